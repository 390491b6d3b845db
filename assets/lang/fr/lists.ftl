### Ce que montre une liste : sa vue, son ordre, ses colonnes ; ce qui est attribué à qui.

list-sorted = par { $by } ^
list-sorted-down = par { $by } v
sort-device = appareil
sort-service = service

act-columns = colonnes
does-columns = Choisit les colonnes de la liste ; le choix est conservé.
columns-title = Colonnes
columns-about = Les colonnes à montrer, là où la place suffit. Le choix vous est propre, et vaut aussi la prochaine fois.
columns-keep = Conserver
columns-usual = Habituelles
columns-none = Les colonnes de cette liste sont toujours les mêmes.

col-source = Origine
col-missing = Incomplet
col-login = Identifiant
col-department = Service
col-agent = Agent
col-client = Client
col-device = Appareil
col-model = Modèle
col-clients = Utilisé par
col-service = Service
col-services = Services
source-short-pbx = PBX
source-short-manual = manuel

users-view-incomplete = Incomplets
users-view-by-number = Numéros
users-view-by-device = Appareils
users-view-by-service = Services
users-view-by-user = Attributions
users-view-about-by-number = attributions par numéro
users-view-about-by-device = attributions par appareil
users-view-about-by-service = attributions par service
users-view-about-by-user = attributions par utilisateur
missing-site = sans site
missing-device = sans appareil
missing-email = adresse partagée
section-assignments = Attribué
assigned-services = Services
assigned-none = Aucun service n’est attribué.
device-more = { $device } +{ $more }
empty-by-number = Aucun numéro n’est attribué. Les numéros viennent du système téléphonique, par un import.
empty-by-device = Aucun appareil n’est attribué. Les appareils viennent du système téléphonique, par un import.
empty-by-service = Aucun service n’est attribué.
empty-by-user = Aucun utilisateur pour l’instant.

service-essential = Essentiel
service-professional = Professionnel
service-agent_addon = Module complémentaire Agent
service-uc_client = Client UC
service-softphone = Softphone
service-crm_addon = Module complémentaire CRM
service-reports = Rapports
service-analytics = Analytique
service-live_analytics = Analytique en direct
service-contact_centre = Centre de contact
