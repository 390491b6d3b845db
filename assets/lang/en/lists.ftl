### What a list shows: its view, its order, its columns; what is assigned to whom.

list-sorted = by { $by } ^
list-sorted-down = by { $by } v
sort-device = device
sort-service = service

act-columns = columns
does-columns = Chooses the columns of the list; they stay chosen.
columns-title = Columns
columns-about = The columns to be seen, where there is room for them. They are kept for you, for the next time too.
columns-keep = Keep
columns-usual = Usual ones
columns-none = The columns of this list are always the same.

col-source = Origin
col-missing = Incomplete
col-login = Login
col-department = Department
col-agent = Agent
col-client = Client
col-device = Device
col-model = Model
col-clients = Used by
col-service = Service
col-services = Services
source-short-pbx = PBX
source-short-manual = manual

users-view-incomplete = Incomplete
users-view-by-number = Numbers
users-view-by-device = Devices
users-view-by-service = Services
users-view-by-user = Assignments
users-view-about-by-number = assignments by number
users-view-about-by-device = assignments by device
users-view-about-by-service = assignments by service
users-view-about-by-user = assignments by user
missing-site = no site
missing-device = no device
missing-email = shared e-mail
section-assignments = Assigned
assigned-services = Services
assigned-none = No service is assigned.
device-more = { $device } +{ $more }
empty-by-number = No number is assigned yet. Numbers come from the phone system, with an import.
empty-by-device = No device is assigned yet. Devices come from the phone system, with an import.
empty-by-service = No service is assigned yet.
empty-by-user = No users yet.

service-essential = Essential
service-professional = Professional
service-agent_addon = Agent add-on
service-uc_client = UC client
service-softphone = Softphone
service-crm_addon = CRM add-on
service-reports = Reports
service-analytics = Analytics
service-live_analytics = Live Analytics
service-contact_centre = Contact Centre
