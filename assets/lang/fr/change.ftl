### Ce qui change : les champs, leurs valeurs, et pourquoi quelque chose change de soi-même.

## Fiches et ce qu’elles contiennent

field-name = Nom
field-code = Code
field-address = Adresse
field-street = Rue
field-town = Ville
field-region = Région
field-postcode = Code postal
field-country = Pays
field-note = Remarque
field-reason = Motif
field-text = Texte
field-value = Valeur
field-kind = Genre
field-status = État
field-source = Provenance

## L’organisation

field-plan = Formule
field-voip = VoIP
field-four_eyes = Approbation par un autre
field-seats = Places
field-seat_limit = Au-delà des places
field-password_min_length = Longueur minimale du mot de passe
field-idle_lock_minutes = Verrouiller après (minutes)
field-help_general = Aide générale
field-help_technical = Aide technique
field-agent_addon_automatic = Module Agent automatique

## Applications

field-rights = Droits
field-right = Droit
field-view_only = Gérée ailleurs

## Personnes

field-username = Nom d’utilisateur
field-display_name = Nom d’affichage
field-first_name = Prénom
field-middle_name = Deuxième prénom
field-last_name = Nom de famille
field-email = Courriel
field-emails = Courriels
field-work_phone = Téléphone au bureau
field-fax = Télécopieur
field-mobile = Mobile
field-landline = Téléphone fixe
field-phones = Téléphones
field-addresses = Adresses
field-key = Identité dans la source
field-phone = Téléphone
field-position = Fonction
field-login = Identifiant
field-extension = Numéro de poste
field-department = Service
field-language = Langue
field-organisation = Organisation
field-was_active = A été actif
field-absent_since = Absent depuis
field-queues = Files d’attente
field-devices = Appareils
field-device = Appareil
field-feed = Flux
field-feed_last = Dernier contenu du flux
field-feed_key = Clé dans le flux

## Droits

field-failed_tries = Connexions échouées
field-parent = Administrateur parent
field-role = Rôle
field-licence = Licence
field-standard = Rôle standard
field-description = Description
field-overrides = Réglé à la main
field-added = Ajouté
field-resources = Ressources
field-resource = Ressource
field-permissions = Autorisations
field-permission = Autorisation
field-sites = Sites
field-site = Site
field-all_sites = Tous les sites
field-effective_sites = Sites effectifs
field-branch = Avec la branche
field-access_type = Type d’accès
field-agent_addon = Module complémentaire Agent
field-supervisor_level = Niveau de superviseur
field-uc_client = Client UC
field-crm_addon = Module complémentaire CRM
field-softphone = Téléphone logiciel
field-client = Client
field-groups = Groupes
field-group = Groupe
field-primary_group = Groupe principal
field-workspaces = Espaces de travail
field-workspace = Espace de travail
field-applications = Applications
field-application = Application

## Contacts et leurs ordres

field-communications = Communications
field-contacts = Contacts
field-contact = Contact
field-list = Ordre

## Tickets, et qui une commande concerne

field-ticket = Ticket
field-title = Titre
field-user = Utilisateur
field-admin = Administrateur
field-priority = Priorité
field-requester = Demandeur
field-assignee = Attribué à
field-opened_at = Envoyé
field-commands = Commandes
field-asked = Demandé
field-comments = Commentaires
field-origin = Origine
field-as_of_now = Dans l’état actuel
field-session = Session

## Une modification : quoi, avant, après

change-created =
    { $kind ->
        [application] créée
       *[other] créé
    }
change-there = en place
change-deleted =
    { $kind ->
        [application] supprimée
       *[other] supprimé
    }
change-by-hand = { $label } (réglé à la main)
change-member = { $field } : { $name }
change-order = Ordre de communication : { $name }
change-no-device = aucun appareil
change-phone = { $number } ({ $kind })

## Pourquoi une modification vient d’elle-même

cause-entry = en raison de « { $label } »
cause-parent = en raison de l’administrateur parent
cause-role = en raison du rôle
cause-override = en raison d’une valeur réglée à la main
cause-phone_system = selon le système téléphonique
cause-communication_order = en raison de l’ordre de communication
cause-contact_deleted = car le contact est supprimé
cause-group_left = car le groupe est quitté
cause-group_deleted = car le groupe est supprimé
cause-site_deleted = car le site est supprimé
cause-workspace_deleted = car l’espace de travail est supprimé
cause-application_deleted = car l’application est supprimée
cause-right_removed = car l’application n’a plus ce droit
cause-branch = avec la branche
cause-ownership = parce que la propriété est transmise
cause-ticket = en raison du ticket
