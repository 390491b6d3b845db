### Les mots des colonnes étroites : la fiche les a entiers

access-short-none = –
access-short-essential = Ess
access-short-professional = Pro
level-short-none = –
level-short-reports = Rapports
level-short-analytics = Analytique
level-short-live_analytics = En direct
level-short-contact_centre = Centre
kind-short-new_user = nouveau
kind-short-change_rights = droits
kind-short-deactivate = retrait
kind-short-other = autre
mark-short-administrator = administrateur
mark-short-emergency_addresses = 911
mark-short-contacts_management = contacts
mark-short-billing = facturation
mark-short-call_records = relevés d’appels
