### The record of a user, section by section.

## Details

user-extension = ext. { $extension }
user-absent = gone from the phone system since { $at }
user-manual = made by hand: portal only
user-email = signs in to the portal; same as at the sign-in provider
user-read-only = from the phone system
user-automatic = the service provider decides; { $key } asks for it

## Supervisor level

capability-title = What each level opens
capability-history = Reports
capability-dashboards = Dashboards
capability-wallboards = Wallboards
capability-some = { $yes } (1)
capability-varies = (1) What is seen there varies with the level.
level-about-none = manages users without seeing content
level-about-reports = historical reports, filters, schedules
level-about-analytics = plus dashboards and wallboards
level-about-live_analytics = plus calls in progress
level-about-contact_centre = plus agents and queues

## Seats

seats-left = { $left } left
seats-beyond = more than were bought
seats-draft = { $used } with the draft
seats-draft-beyond = { $used } with the draft, more than were bought

## Clients

client-of = Softphone: { $client }
client-pick = Space picks its device
client-incomplete = incomplete: its device has gone
client-help = The softphone gets its SIP settings by itself; only NAT and audio are set on the machine.
client-installers = Where to get the clients: ask whom the organisation names for technical help.
client-device = Device of { $client } for { $name }
client-take = No device: take { $client } away
client-no-device = No device fits.
device-webrtc = WebRTC
device-none = The phone system has no device of this user.

## Groups, workspaces, applications

user-primary = primary: calls count for it
user-primary-about = Space makes a group the primary one, or none; the membership stays.
user-no-group = In no group.
user-groups-where = Who is in a group is changed at the group, in the tab Site.
user-no-workspace = There is no workspace yet.
user-no-application = There is no application yet.
application-elsewhere = { $name }: managed elsewhere, shown only

## What is taken away together

combined-question = What { $name } has needs it: { $held }. Take all of it away in one plan?

## Notes, copies, deletions

form-note = Note on { $name }
act-copy-rights = copy rights
does-copy-rights = Gives the user what another one holds, after showing the differences.
copy-whose = Copy to { $name } the rights of
copy-nobody = Nobody fits.
copy-title = From { $from } to { $to }
copy-line = { $what }:  { $values }
copy-more = … and { $count } more
copy-left-out = Not copied: { $reason }
copy-question = Put this into the draft?
copy-same = There is no difference.
delete-for-good = { $name } is gone for good: no undo brings it back.

## The members of a group

members-title = Members of { $name }
members-none = Nobody yet. a adds somebody.
members-add = Add a member
members-more = … and { $count } more: the list of users finds them all.
