### Who holds what, looked over; and the way back for an owner who forgot the password

access-never_signed_in = { $name } never signed in; the account is there since { $since }. Delete it, or give a new password.
access-unused = { $name } has not signed in since { $since }. Disable the account if nobody needs it.
access-beyond_role = { $name } holds more than the role gives: { $resources }. Take back what is not needed, or give another role.
access-temporary_password = { $name } still has a temporary password. Have it changed, or reset it.
access-nobody_for_site = No administrator but the owner reaches the site { $name }. Give it to somebody.
access-nothing = Nothing to look at: every account is used, nobody holds more than their role, and every site has somebody.
access-findings = Findings: { $count }. Look at each of them.
recover-done =
    { $admin } signs in with this temporary password, which is shown only now and is void after 72 hours:
    { $password }
desk-recovered = Your password was recovered on the machine itself on { $at }. If that was not you, ask who has the machine.
usage-terminal_only = This works only at a terminal of the machine itself, where nobody else reads along.
