### What changes: the fields, their values, and why something changes by itself.

## Records and what is in them

field-name = Name
field-code = Code
field-address = Address
field-street = Street
field-town = Town
field-region = Region
field-postcode = Postcode
field-country = Country
field-note = Note
field-reason = Reason
field-text = Text
field-value = Value
field-kind = Kind
field-status = Status
field-source = Source

## The organisation

field-plan = Plan
field-voip = VoIP
field-four_eyes = Approval by another
field-seats = Seats
field-seat_limit = Beyond the seats
field-password_min_length = Shortest password
field-idle_lock_minutes = Lock after (minutes)
field-help_general = Help, general
field-help_technical = Help, technical
field-agent_addon_automatic = Automatic agent add-on

## Applications

field-rights = Rights
field-right = Right
field-view_only = Managed elsewhere

## People

field-username = User name
field-display_name = Display name
field-first_name = First name
field-middle_name = Middle name
field-last_name = Last name
field-email = E-mail
field-emails = E-mails
field-work_phone = Work phone
field-fax = Fax
field-mobile = Mobile
field-landline = Landline
field-phones = Phones
field-addresses = Addresses
field-key = Identity in the source
field-phone = Phone
field-position = Position
field-login = Login
field-extension = Extension
field-department = Department
field-language = Language
field-organisation = Organisation
field-was_active = Was active
field-absent_since = Gone since
field-queues = Queues
field-devices = Devices
field-device = Device
field-feed = Feed
field-feed_last = Last said by the feed
field-feed_key = Key in the feed

## Rights

field-failed_tries = Failed sign-ins
field-parent = Parent administrator
field-role = Role
field-licence = Licence
field-standard = Standard role
field-description = Description
field-overrides = Set by hand
field-added = Added
field-resources = Resources
field-resource = Resource
field-permissions = Permissions
field-permission = Permission
field-sites = Sites
field-site = Site
field-all_sites = All sites
field-effective_sites = Effective sites
field-branch = With the branch
field-access_type = Access type
field-agent_addon = Agent add-on
field-supervisor_level = Supervisor level
field-uc_client = UC client
field-crm_addon = CRM add-on
field-softphone = Softphone
field-client = Client
field-groups = Groups
field-group = Group
field-primary_group = Primary group
field-workspaces = Workspaces
field-workspace = Workspace
field-applications = Applications
field-application = Application

## Contacts and their orders

field-communications = Communications
field-contacts = Contacts
field-contact = Contact
field-list = Order

## Tickets, and whom a Command is about

field-ticket = Ticket
field-title = Title
field-user = User
field-admin = Administrator
field-priority = Priority
field-requester = Requester
field-assignee = Assigned to
field-opened_at = Sent
field-commands = Commands
field-asked = Asked for
field-comments = Comments
field-origin = Origin
field-as_of_now = As of now
field-session = Session

## A change: what, before, after

change-created =
    { $kind ->
       *[other] created
    }
change-there = there
change-deleted =
    { $kind ->
       *[other] deleted
    }
change-by-hand = { $label } (set by hand)
change-member = { $field }: { $name }
change-order = Communication order: { $name }
change-no-device = no device
change-phone = { $number } ({ $kind })

## Why a change comes by itself

cause-entry = because of { $label }
cause-parent = because of the parent administrator
cause-role = because of the role
cause-override = because of a value set by hand
cause-phone_system = because the phone system says so
cause-communication_order = because of the communication order
cause-contact_deleted = because the contact is deleted
cause-group_left = because the group is left
cause-group_deleted = because the group is deleted
cause-site_deleted = because the site is deleted
cause-workspace_deleted = because the workspace is deleted
cause-application_deleted = because the application is deleted
cause-right_removed = because the application no longer has this right
cause-branch = with the branch
cause-ownership = because ownership is passed on
cause-ticket = because of the ticket
