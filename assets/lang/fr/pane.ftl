### Les volets : colonnes, sections, ce que dit une liste vide.

## Colonnes

col-name = Nom
col-username = Identifiant
col-extension = Poste
col-access = Accès
col-level = Niveau
col-web = Web
col-status = État
col-site = Site
col-email = Courriel
col-parent = Parent
col-sites = Sites
col-resources = Droits
col-type = Type
col-licence = Licence
col-active = Actifs
col-invited = Invités
col-changed = Modifié
col-description = Description
col-permissions = Marques
col-technical = Tech
col-financial = Fin
col-phone = Téléphone
col-number = Nº
col-kind = Genre
col-for = Pour
col-from = De
col-assignee = Pris par
col-age = Âge
col-priority = Priorité
col-when = Quand
col-who = Qui
col-what = Quoi
col-record = Fiche
col-changes = Modifs

## Sections d’une fiche

section-access = Accès
section-supervisor = Superviseur
section-clients = Clients
section-groups = Groupes
section-workspaces = Espaces
section-permissions = Autorisations
section-details = Détails
section-applications = Applications
section-resources = Ressources
section-sites = Sites
section-orders = Ordres
section-request = Demande
section-comments = Commentaires
section-changes = Modifications
section-proof = Preuve

## Listes

pane-count = { $count }
pane-count-more = { $count }+
places-first = Les { $count } premiers sont affichés ; guichet list les montre tous.
pane-sorted = Trié par { $by }. S inverse l’ordre.
pane-no-match = Rien ne correspond à ce filtre. Échap l’efface.
pane-no-toggle = Il n’y a rien à basculer sur cette ligne.
sort-name = nom
sort-extension = poste
sort-status = état
sort-changed = dernière modification
sort-queue = priorité et âge
sort-age = âge
sort-number = numéro
sort-kind = genre
sort-subject = objet
sort-requester = auteur
sort-assignee = responsable
empty-users = Aucun utilisateur. Ils viennent du système téléphonique : I importe ses fichiers. n en crée un à la main.
empty-admins = Aucun administrateur. n crée le premier.
empty-roles = Aucun rôle.
empty-contacts = Aucun contact. n crée le premier.
empty-tickets = Aucune demande. Elles apparaissent ici dès leur envoi.
empty-journal = Rien n’a encore été modifié à votre portée.
empty-places = Rien ici pour l’instant. n crée le premier élément.

## Administrateurs

admin-owner = propriétaire
admin-must-change = à changer
admin-all-sites = Tous les sites, y compris les futurs
admin-site-held-back = retenu par le parent
site-coded = { $name } ({ $code })

## Contacts

contact-at-once = Les modifications prennent effet aussitôt.
order-needs-all-sites = Les ordres sont réservés à qui détient tous les sites.
order-needs-row = Choisissez d’abord un contact dans l’un des deux ordres.
order-exception = Les avis de maintenance et les factures ne suivent pas l’ordre.

## Demandes

ticket-title = #{ $number }  { $kind }
ticket-for = Pour
ticket-from = Demandé par
ticket-asked = Demandé
ticket-if-approved = Si approuvé maintenant
ticket-same = Identique à ce qui a été demandé.
ticket-differs = Différent de la demande, qui était
ticket-cannot = Ne peut pas être approuvé maintenant
ticket-no-comment = Aucun commentaire. c en écrit un.
change-arrow = { $before } > { $after }

## Journal

journal-entry = Entrée { $number }
journal-more =
    { $count ->
        [one] et { $count } autre modification
       *[other] et { $count } autres modifications
    }
journal-refused = Rien n’a été modifié : c’était refusé (code { $code }).
entry-init = fondation
entry-demo = démonstration
entry-apply = modification
entry-undo = annulation
entry-redo = rétablissement
entry-import = import
entry-sign_in = connexion
entry-password = mot de passe
entry-refused = refus
entry-lock = verrouillage
entry-export = exportation
entry-backup = sauvegarde
entry-restore = restauration
entry-clock = horloge reculée
entry-recovery = recours
proof-hash = Empreinte
proof-previous = La précédente
proof-commands = Commandes
proof-reverses = Annule
proof-ticket = Demande
proof-peer = Depuis

## Site

room-overview = Vue d’ensemble
room-organisation = Organisation
room-sites = Sites
room-groups = Groupes
room-workspaces = Espaces de travail
room-applications = Applications
room-not-held = Il faut Consultation sur { $resource }.
overview-seats = Places
overview-of = { $used } sur { $bought }
application-view-only = gérée ailleurs

## Le bureau

desk-staged =
    { $count ->
        [one] Préparé. w montre le brouillon ({ $count } modification), u la retire.
       *[other] Préparé. w montre le brouillon ({ $count } modifications), u la retire.
    }
desk-welcome = Bienvenue, { $name }. ? montre les touches, q revient, Q quitte.
desk-last = Dernière connexion { $at }.
desk-failures =
    { $count ->
        [one] { $count } essai manqué depuis.
       *[other] { $count } essais manqués depuis.
    }
desk-since =
    { $count ->
        [one] { $count } entrée au journal depuis.
       *[other] { $count } entrées au journal depuis.
    }
desk-draft-kept =
    { $count ->
        [one] Un brouillon de { $count } modification est encore là : w le montre.
       *[other] Un brouillon de { $count } modifications est encore là : w le montre.
    }
desk-busy = Quelqu’un d’autre enregistre. Ce sera fait dès que possible ; Échap y renonce.
desk-busy-stopped = Abandonné : rien n’a été modifié.
desk-applied = Appliqué, entrée { $entry }. u l’annule.
desk-undone = Annulé par l’entrée { $entry }. Ctrl-r le rétablit.
desk-redone = Rétabli par l’entrée { $entry }.
desk-nothing = Rien ne changerait.
desk-empty-draft = Le brouillon est vide : préparez d’abord quelque chose, avec Espace, n ou e.
desk-dropped = Le brouillon est abandonné.
desk-unchanged = C’est déjà le cas : rien n’a été préparé.
desk-taken-back = Retiré. Il en reste { $count } au brouillon.
desk-unknown-key = { $key } ne fait rien ici. ? montre les touches.
tabs-none = Vous n’avez encore aucun droit ici : adressez-vous à l’administrateur au-dessus de vous.
tabs-none-for = Ce que vous avez n’a pas d’onglet ici : { $list }. C’est enregistré pour les systèmes qui l’appliquent. Pour davantage, adressez-vous à l’administrateur au-dessus de vous.
undo-rest-title = Modifié depuis
undo-rest-question = Ce qui a été modifié depuis peut rester tel quel, et le reste être repris.
desk-nothing-here = « { $action } » ne fait rien ici.
desk-no-way-back = Il n’y a pas d’où revenir ici : { $key } quitte la console.
section-last = C’est la dernière section.
desk-not-here = « { $action } » demande une fiche choisie.
desk-moved = Modifié par quelqu’un d’autre depuis la préparation : { $names }. Les deux valeurs sont ci-dessous.
desk-live = Quelqu’un d’autre a modifié quelque chose ; l’écran suit.
desk-language = Français. Ctrl-p langue change de nouveau.
desk-sent =
    { $count ->
        [one] Envoyé en { $count } demande.
       *[other] Envoyé en { $count } demandes.
    }
desk-left = { $count } en attente.
desk-ended = Vous avez été déconnecté : le compte ou la session a pris fin.
drop-title = Abandonner le brouillon ?
drop-unknown = Votre brouillon a été préparé par une autre version de guichet, que celle-ci ne peut pas montrer. Entrée l’abandonne, Échap le garde.
drop-question =
    { $count ->
        [one] { $count } modification préparée serait perdue. Entrée l’abandonne, Échap la garde.
       *[other] { $count } modifications préparées seraient perdues. Entrée les abandonne, Échap les garde.
    }
undo-title = Annuler l’entrée { $entry }
redo-title = Rétablir l’entrée { $entry }
why-title = Pourquoi : { $what }
who-title = Qui l’a : { $what }
who-nobody = Personne à votre portée.
who-more = Voici les { $count } premiers ; guichet who { $key } les liste tous.
history-title = Ce qui est arrivé à { $name }
history-none = Le journal n’en a aucune modification.
history-line = entrée { $entry }
welcome-title = Bon retour
form-new-user = Nouvel utilisateur, à la main
form-new-user-intro = Pour les personnes absentes du système téléphonique. Elles n’ont rien tant que vous ne donnez rien.
form-edit-user = Modifier l’utilisateur
form-new-admin = Nouvel administrateur
form-edit-admin = Modifier l’administrateur
form-new-role = Nouveau rôle
form-new-contact = Nouveau contact
form-edit-contact = Modifier le contact
form-new-site = Nouveau site
form-edit-site = Modifier le site
form-new-group = Nouveau groupe
form-new-workspace = Nouvel espace de travail
form-new-application = Nouvelle application
form-organisation = Organisation
form-reject = Refuser la demande #{ $number }
form-comment = Commenter la demande #{ $number }
form-disable = Désactiver { $name }
form-reason = Motif
form-comment-text = Commentaire
form-rights = Droits, séparés par des virgules
form-go = Valider
ticket-approve-differs = Différent de la demande #{ $number }, qui était
ticket-approve-question = Entrée approuve ce qui est ci-dessus, Échap laisse la demande ouverte.
ticket-read-first = Voici ce que ferait l’approbation. La même touche encore approuve.
password-once = Affiché une seule fois. Valable 72 heures, à changer à la première connexion.
password-title = Mot de passe temporaire de { $name }
order-title = Ordre de communication
picker-contact = Choisir un contact
lock-wrong = Ce n’est pas le mot de passe.
desk-no-tab = Vous ne pouvez pas voir { $tab }.
why-needs-cell = Choisissez d’abord une autorisation dans une fiche (Entrée l’ouvre), puis demandez pourquoi.
tab-person = administrateur
gate-checking = Vérification…
gate-must-change = Ce mot de passe est temporaire : choisissez le vôtre. Au moins { $least } caractères ; une phrase convient.
gate-leave = Échap encore quitte : le brouillon reste, la saisie en cours est perdue. Toute autre touche reste.
gate-leaves = quitter
gate-goes-on = continuer
run-fault = guichet s’est arrêté sur une erreur interne. La trace est à côté du fichier.
review-refused = refusé
review-may-ask = Vous ne pouvez pas tout faire vous-même : w demande le motif et l’envoie comme demande.

## Préparé sur une fiche

removed-staged = sera supprimé
removed-already = Cette fiche est à supprimer : w l’applique, u retire ce qui a été préparé en dernier.
sort-only = Cette liste n’a qu’un ordre, par { $by }. S l’inverse.
sort-none = Il n’y a rien à trier ici.
after-unknown = { $key } n’est pas parmi les suites : { $known }.

## Modifié par quelqu’un d’autre depuis la préparation

moved-title = Modifié entre-temps
moved-who = Quelqu’un d’autre l’a modifié depuis votre préparation : { $names }.
moved-both = { $who }, { $what } : { $now } maintenant, { $yours } selon vous
moved-more =
    { $count ->
        [one] et { $count } autre valeur
       *[other] et { $count } autres valeurs
    }
moved-question = Entrée applique votre valeur, Échap laisse le brouillon tel quel.

## Copier

copy-done = Copié : { $value }
copy-off = La copie est désactivée. Écrivez clipboard = true dans keys.toml pour que y copie par le terminal.
copy-nothing = Il n’y a pas de valeur à copier ici.

## Pas ici

new-nothing = Rien ne se crée ici : allez à la liste voulue, puis n.
note-ticket = La note d’une demande est celle de son auteur : c ajoute un commentaire.
