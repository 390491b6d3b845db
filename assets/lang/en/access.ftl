### Who holds what, looked over; and the way back for an owner who forgot the password

access-never_signed_in = { $name }: never signed in since { $since }. Delete it, or reset it.
access-unused = { $name }: no sign-in since { $since }. Disable it if not needed.
access-beyond_role = { $name } holds more than the role gives: { $resources }. Take back what is not needed, or give another role.
access-temporary_password = { $name } still has a temporary password. Have it changed, or reset it.
access-nobody_for_site = No administrator but the owner reaches the site { $name }. Give it to somebody.
access-nothing = Nothing to look at: every account is used, nobody holds more than their role, and every site has somebody.
access-findings = Findings: { $count }. Look at each of them.
recover-done =
    { $admin } signs in with this temporary password, which is shown only now and is void after 72 hours:
    { $password }
desk-recovered = Your password was recovered on the machine itself on { $at }. If that was not you, ask who has the machine.
desk-put-back = The clock here was put back: entries of the journal say up to { $at }. Set the clock.
usage-terminal_only = This works only at a terminal of the machine itself, where nobody else reads along.

## In the console

act-audit = look over access
does-audit = Shows what to look at among the administrators: accounts nobody uses, rights beyond the role, sites without anyone.
audit-intro = What somebody should look at, before it becomes a hole.
audit-count = { $count ->
    [0] nothing to look at
    [one] { $count } thing to look at
   *[other] { $count } things to look at
}
col-finding = What
col-about = Who or where
col-since = Details
audit-since = since { $at }
audit-owner-only = only the owner reaches it
audit-never-signed-in = never signed in
audit-unused = unused for 90 days
audit-beyond-role = more than the role gives
audit-temporary-password = password never changed
audit-nobody-for-site = site without anyone
admins-views-title = Views of the administrators
admins-view-all = All administrators
admins-view-tree = Tree: who made whom
admins-view-audit = What to look at

## One's own account

act-my-details = my details
does-my-details = Shows what you may change of yourself: name, addresses, phones.
act-own-password = change my password
does-own-password = Changes your own password; your other consoles end.
account-my-details = My details
account-own-password = Change my password
account-sessions = Open consoles
account-language = Français
account-go-admins = Manage administrators
account-go-roles = Roles and permissions
account-lock = Lock the console
account-quit = Leave
own-password-title = Change my password
own-password-current = Current password
own-password-intro =
    At least { $least } characters; a sentence is fine, and nothing expires. { $count ->
        [0] You have no other console open.
        [one] Your other console is signed out.
       *[other] Your { $count } other consoles are signed out.
    }
own-password-done =
    { $count ->
        [0] Your password is changed.
        [one] Your password is changed; your other console was signed out.
       *[other] Your password is changed; your { $count } other consoles were signed out.
    }
