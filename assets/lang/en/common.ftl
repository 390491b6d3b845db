### Words used everywhere: answers, values, statuses, counts, spans of time.

## Answers and values

answer-yes = yes
answer-no = no
switch-on = on
switch-off = off
none = none
all = all
unknown = unknown
never = never
empty = (empty)

## Levels of a resource

level-none = None
level-view = View
level-manage = Manage

## Kinds of records

kind-organisation = organisation
kind-site = site
kind-group = group
kind-workspace = workspace
kind-application = application
kind-admin = administrator
kind-role = role
kind-user = user
kind-contact = contact
kind-order = communication order
kind-ticket = ticket

## Statuses and sources of people

status-invited = invited
status-active = active
status-disabled = disabled
source-pbx = phone system
source-manual = manual

## Licences, levels and plans

access-type-none = None
access-type-essential = Essential
access-type-professional = Professional
supervisor-level-none = None
supervisor-level-reports = Reports
supervisor-level-analytics = Analytics
supervisor-level-live_analytics = Live Analytics
supervisor-level-contact_centre = Contact Centre
licence-analyst = Analyst
licence-administrator = Administrator
licence-owner = Owner
formula-standard = Standard
formula-professional = Professional
formula-enterprise = Enterprise
role-standard = standard
role-custom = custom
client-desktop = desktop
client-mobile = mobile
client-crm = CRM

## Settings of the organisation

four-eyes-auto = automatic
four-eyes-on = on
four-eyes-off = off
seat-limit-warn = warn
seat-limit-refuse = refuse
seat-essential = Essential
seat-professional = Professional
seat-agent_addon = Agent add-on
seat-crm_addon = CRM add-on
seat-reports = Reports
seat-analytics = Analytics
seat-live_analytics = Live Analytics
seat-contact_centre = Contact Centre

## Tickets

ticket-status-open = open
ticket-status-in_progress = in progress
ticket-status-done = done
ticket-status-rejected = rejected
ticket-status-cancelled = cancelled
ticket-kind-new_user = new user
ticket-kind-change_rights = change of rights
ticket-kind-deactivate = deactivation
ticket-kind-other = other
priority-low = low
priority-normal = normal
priority-high = high
priority-urgent = urgent

## Contacts and their orders

order-technical = Technical
order-financial = Financial
phone-work = work
phone-mobile = mobile
phone-home = home
phone-fax_work = work fax
phone-fax_home = home fax
phone-main = main
phone-pager = pager
phone-other = other

## Languages, by their own names

lang-en = English
lang-fr = Français

## People: the user name stands beside the display name, which anyone may imitate

person = { $name } ({ $username })

## Counts

count-users =
    { $count ->
        [one] { $count } user
       *[other] { $count } users
    }
count-users-more = { $count }+ users
count-admins =
    { $count ->
        [one] { $count } administrator
       *[other] { $count } administrators
    }
count-roles =
    { $count ->
        [one] { $count } role
       *[other] { $count } roles
    }
count-contacts =
    { $count ->
        [one] { $count } contact
       *[other] { $count } contacts
    }
count-tickets =
    { $count ->
        [one] { $count } ticket
       *[other] { $count } tickets
    }
count-sites =
    { $count ->
        [one] { $count } site
       *[other] { $count } sites
    }
count-groups =
    { $count ->
        [one] { $count } group
       *[other] { $count } groups
    }
count-applications =
    { $count ->
        [one] { $count } application
       *[other] { $count } applications
    }
count-rights =
    { $count ->
        [one] { $count } right
       *[other] { $count } rights
    }
count-changes =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
count-requests =
    { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
count-entries =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
count-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
count-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
count-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }

## Spans of time, as short as a column

time-now = now
time-minutes = { $count } min
time-hours = { $count } h
time-days = { $count } d
time-months = { $count } mo
time-years = { $count } y
