### Mots employés partout : réponses, valeurs, statuts, nombres, durées.

## Réponses et valeurs

answer-yes = oui
answer-no = non
switch-on = oui
switch-off = non
none = aucun
all = tous
unknown = inconnu
never = jamais
empty = (vide)

## Niveaux d’une ressource

level-none = Aucun
level-view = Consultation
level-manage = Gestion

## Genres d’enregistrements

kind-organisation = organisation
kind-site = site
kind-group = groupe
kind-workspace = espace de travail
kind-application = application
kind-admin = administrateur
kind-role = rôle
kind-user = utilisateur
kind-contact = contact
kind-order = ordre de communication
kind-ticket = ticket

## États et provenances des personnes

status-invited = invité
status-active = actif
status-disabled = désactivé
source-pbx = système téléphonique
source-manual = manuel

## Licences, niveaux et formules

access-type-none = Aucun
access-type-essential = Essentiel
access-type-professional = Professionnel
supervisor-level-none = Aucun
supervisor-level-reports = Rapports
supervisor-level-analytics = Analytique
supervisor-level-live_analytics = Analytique en direct
supervisor-level-contact_centre = Centre de contact
licence-analyst = Analyste
licence-administrator = Administrateur
licence-owner = Propriétaire
formula-standard = Standard
formula-professional = Professionnel
formula-enterprise = Entreprise
role-standard = standard
role-custom = personnalisé
client-desktop = ordinateur
client-mobile = mobile
client-crm = CRM

## Paramètres de l’organisation

four-eyes-auto = automatique
four-eyes-on = oui
four-eyes-off = non
seat-limit-warn = avertir
seat-limit-refuse = refuser
seat-essential = Essentiel
seat-professional = Professionnel
seat-agent_addon = Module complémentaire Agent
seat-crm_addon = Module complémentaire CRM
seat-reports = Rapports
seat-analytics = Analytique
seat-live_analytics = Analytique en direct
seat-contact_centre = Centre de contact

## Tickets

ticket-status-open = ouvert
ticket-status-in_progress = en cours
ticket-status-done = traité
ticket-status-rejected = refusé
ticket-status-cancelled = annulé
ticket-kind-new_user = nouvel utilisateur
ticket-kind-change_rights = modification des droits
ticket-kind-deactivate = désactivation
ticket-kind-other = autre
priority-low = basse
priority-normal = normale
priority-high = haute
priority-urgent = urgente

## Contacts et leurs ordres

order-technical = Technique
order-financial = Financier
phone-work = bureau
phone-mobile = mobile
phone-home = domicile
phone-fax_work = télécopieur (bureau)
phone-fax_home = télécopieur (domicile)
phone-main = principal
phone-pager = téléavertisseur
phone-other = autre

## Langues, par leur propre nom

lang-en = English
lang-fr = Français

## Personnes : le nom d’utilisateur est à côté du nom d’affichage, que chacun peut imiter

person = { $name } ({ $username })

## Nombres

count-users =
    { $count ->
        [one] { $count } utilisateur
       *[other] { $count } utilisateurs
    }
count-users-more = { $count }+ utilisateurs
count-admins =
    { $count ->
        [one] { $count } administrateur
       *[other] { $count } administrateurs
    }
count-roles =
    { $count ->
        [one] { $count } rôle
       *[other] { $count } rôles
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
        [one] { $count } groupe
       *[other] { $count } groupes
    }
count-applications =
    { $count ->
        [one] { $count } application
       *[other] { $count } applications
    }
count-rights =
    { $count ->
        [one] { $count } droit
       *[other] { $count } droits
    }
count-changes =
    { $count ->
        [one] { $count } modification
       *[other] { $count } modifications
    }
count-requests =
    { $count ->
        [one] { $count } demande
       *[other] { $count } demandes
    }
count-entries =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
count-rows =
    { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
count-errors =
    { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
count-warnings =
    { $count ->
        [one] { $count } avertissement
       *[other] { $count } avertissements
    }

## Durées, aussi courtes qu’une colonne

time-now = maintenant
time-minutes = { $count } min
time-hours = { $count } h
time-days = { $count } j
time-months = { $count } mois
time-years =
    { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }
