### Words of narrow columns: the record has them whole

access-short-none = –
access-short-essential = Ess
access-short-professional = Pro
level-short-none = –
level-short-reports = Reports
level-short-analytics = Analytics
level-short-live_analytics = Live
level-short-contact_centre = Centre
kind-short-new_user = new
kind-short-change_rights = rights
kind-short-deactivate = disable
kind-short-other = other
mark-short-administrator = administrator
mark-short-emergency_addresses = 911
mark-short-contacts_management = contacts
mark-short-billing = billing
mark-short-call_records = call records
