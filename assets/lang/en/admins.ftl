### Administrators and roles in the console: their records, the tree, the matrix, and what is done with them.

## Actions

act-follow = open it
does-follow = Opens the record that this line names.

act-search = search
does-search = Searches this section as you type; Esc shows it whole again.
follow-none = This line names no other record.

## The record of an administrator

admin-site-with-all = held anyway: all sites are given
admin-never = never
admin-password-by = has to choose a password by { $at }
admin-more-below = and more: t shows them all in the tree

group-account = Account
group-contact = Contact details
group-address = Postal address
group-sites = Sites
group-permissions = Permissions
form-views = View, by hand
form-manages = Manage, by hand

## The tree

act-tree = tree
does-tree = Shows the administrators as a tree, or as a list again.
act-unfold = unfold, fold
does-unfold = Shows those below the administrator, or hides them.
act-to-parent = to the parent
does-to-parent = Goes to the administrator above.
col-role = Role
tree-intro = Nobody passes on more sites and rights than they hold.
tree-more = … { $count } more
tree-below = ({ $count })

## What is done with them

again-title = Your password again
again-why = This touches rights, roles or passwords of administrators: type your password once more. It then holds for five minutes.
again-keys = Enter go on   Esc back
compare-title = { $one } and { $other }: what differs
compare-with = Compare { $name } with
compare-same = Both give the same.
move-title = Under whom does { $name } come?
pick-none = Nobody within your reach fits.
holders-title = Who holds { $name }
ownership-title = Pass ownership on
ownership-question = { $name } becomes the owner, and you come under { $name } with all sites and rights, without the role. There is always one owner.
consoles-title = Consoles that are open: Enter ends one
consoles-none = No console is open.
session-since = since { $at }
session-seen = seen { $at }
form-own = Your account, { $name }
form-own-intro = What you may change of yourself; the rest is for whoever made your account.
form-clone-role = New role from { $name }
form-clone-name = { $name } (copy)

## Roles

col-created = Created
matrix-title = Roles side by side (* custom)
matrix-differences = differences only: { $on }
matrix-same = All roles give the same.
role-boxes = View Manage
role-added = beyond the licence

## A section of a record

section-found = { $found } of { $all }
section-page = page { $at } of { $of } ({ $all })
