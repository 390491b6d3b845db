### Filters: terms explained, and the views of the users.

filter-no-field = There is no “{ $field }:” here. There is: { $known }.
filter-no-value = “{ $field }:” is never “{ $value }”. It is: { $known }.
filter-offers = Tab: { $known }
usage-filter_field = This list has no “{ $field }:”. It has: { $known }.
usage-filter_value = “{ $field }:” is never “{ $value }”. It is: { $known }.
act-complete = complete
does-complete = Completes the name of a field or a value in the filter.

users-views-title = Views of the users
users-views-none = No view has that name.
users-view-all = All users
users-view-portal = With portal access
users-view-agents = Agents
users-view-cloud = Cloud: with an application
users-view-disabled = Disabled
users-view-invited = Invited
users-view-softphone = With a softphone

saved-save = Save this filter…
saved-forget = Forget a saved filter…
saved-title = Save this filter
saved-about = Under which name f shall offer the filter “{ $filter }” to you. A name that you used already is given to this one.
saved-kept = Saved as “{ $name }”. f offers it.
saved-forget-title = Which one is to be forgotten?
saved-forgotten = “{ $name }” is forgotten.
