### Ce que dit la ligne de commande.

## Le fichier

store-missing = Il n’y a pas de base ici. Créez-en une avec « guichet init », ou nommez-en une autre avec --store.
store-exists = Il y a déjà une base ici ; rien n’a été modifié. Nommez un autre emplacement avec --store.
store-foreign = Ce fichier n’est pas une base de guichet ; il n’a pas été touché. Nommez-en un autre avec --store.
store-newer = Cette base vient d’une version plus récente de guichet (schéma { $version }) ; elle n’a pas été touchée. Installez cette version.
store-schema = Le schéma de cette base contient ce que guichet n’a pas créé (« { $object } »). Restaurez une sauvegarde, ou retirez-le.
store-unsafe =
    { $fault ->
        [directory_writable] D’autres peuvent écrire dans le répertoire de la base. Réparez-le : { $repair }.
        [directory_owner] Le répertoire de la base appartient à quelqu’un d’autre. Réparez-le : { $repair }.
        [file_writable] D’autres peuvent écrire dans la base. Réparez-la : { $repair }.
        [file_owner] La base appartient à quelqu’un d’autre. Réparez-la : { $repair }.
        [symbolic_link] La base, ou un fichier à côté d’elle, est un lien symbolique. Nommez le fichier lui-même avec --store. Voyez : { $repair }.
        [not_a_file] La base, ou un fichier à côté d’elle, n’est pas un fichier ordinaire. Voyez : { $repair }.
        [hard_link] La base a un deuxième nom sur ce disque. Supprimez-le ; ceci le trouve : { $repair }.
        [file_system] Ce système de fichiers ne verrouille pas les fichiers de façon sûre. Déplacez la base sur un disque local. Voyez : { $repair }.
       *[other] L’emplacement de la base n’est pas sûr. Voyez : { $repair }.
    }
store-damaged = La base est endommagée ; rien n’a été modifié. Restaurez une sauvegarde.
store-busy = Quelqu’un d’autre est en train d’enregistrer ; rien n’a été modifié. Réessayez.
store-read_only = La base, ou son répertoire, ne peut pas être écrite ; rien n’a été modifié. Rendez-la accessible en écriture à votre compte.
store-full = Le disque est plein ; rien n’a été modifié. Libérez de la place, puis réessayez.
store-io = Le système n’a pas pu lire ou écrire la base ; rien n’a été modifié. Vérifiez le disque, puis réessayez.
store-sqlite_version = Le SQLite intégré est trop ancien pour être sûr. Installez un guichet plus récent.
store-value = La base contient une valeur impossible. Restaurez une sauvegarde.
store-sql = La base a refusé une opération ; rien n’a été modifié. Réessayez, et signalez-le si cela persiste.
store-unclaimed = Personne ne possède encore cette base. Terminez-la avec « guichet init ».

## La connexion

sign_in-refused = Le nom d’utilisateur ou le mot de passe est faux, ou le compte est désactivé ou verrouillé. Réessayez, ou demandez à un administrateur au-dessus de vous.
sign_in-wait = Trop d’échecs : le prochain essai compte après { $until }. Attendez, puis réessayez.
sign_in-must_change = C’est un mot de passe temporaire. Changez-le d’abord avec « guichet passwd ».
sign_in-expired = Ce mot de passe temporaire n’est plus valable. Demandez-en un nouveau.
sign_in-prove_again = Il faut votre mot de passe à nouveau. Saisissez-le, puis recommencez la modification.
sign_in-signed_out = Vous n’êtes plus connecté. Connectez-vous de nouveau.
password-current = Mot de passe :{ " " }
password-new = Nouveau mot de passe :{ " " }
password-again = Le même encore une fois :{ " " }
password-differs = Les deux ne sont pas identiques ; rien n’a été modifié. Réessayez.
passwd-done = Le mot de passe est changé.

## Tout ce qui peut encore mal tourner

demo-not_a_demonstration = Cette base n’a pas été créée par « guichet demo » ; elle n’a pas été touchée. Nommez un autre emplacement avec --store.
stopped = Arrêté à votre demande ; rien n’a été modifié.
system = Le système a refusé quelque chose. Réessayez, et vérifiez ses limites si cela persiste.
fault = guichet a fait une erreur et s’est arrêté ; ce qui n’était pas enregistré est perdu. Merci de le signaler.
kiosk-command = Le kiosque n’exécute aucune commande envoyée par un client. Connectez-vous sans commande.
kiosk-not_here = Le kiosque ne fait pas cela. Faites-le sur la machine elle-même.
file-unreadable = « { $file } » ne peut pas être lu. Vérifiez le nom et les permissions.
file-too_large = « { $file } » dépasse 64 Mio. Divisez-le.

## Mauvais usage

usage-unknown = « { $what } » n’est pas connu ici. « guichet --help » dit ce qui l’est.
usage-value = « { $value } » ne peut pas tenir lieu de { $what }. « --help » dit ce qui le peut.
usage-missing = Il manque { $what }. « --help » dit ce qu’il faut.
usage-conflict = { $what } ne va pas avec le reste. « --help » dit ce qui va.
usage-invalid = Ceci ne peut pas être lu. « guichet --help » dit comment l’écrire.
usage-sort = Cette liste ne peut pas être triée par « { $column } ». Elle peut l’être par : { $known }.
usage-who = Dites qui vous êtes : --as NOM, et --password-file FICHIER ou l’invite.
usage-password = Il n’y a pas de terminal où demander le mot de passe. Nommez un fichier avec --password-file.
usage-kiosk_store = Le kiosque doit savoir où est sa base. Nommez un emplacement avec --store dans la commande qui la lance.
usage-store = Il n’y a pas de répertoire de données où garder une base. Nommez un emplacement avec --store.
usage-no_terminal = La console a besoin d’un terminal en entrée et en sortie. « guichet --help » dit ce qui s’en passe.
usage-dry_run = --dry-run ne va pas ici : l’écriture aurait lieu quand même. Retirez-le.
usage-anchor = « { $value } » n’est pas une ancre. Écrivez NUMÉRO:HACHAGE, comme « guichet journal head ».

## Les commandes lues d’un fichier

command-unknown = Ligne { $line } : « { $name } » n’est pas une commande. « guichet apply --schema » les énumère toutes.
command-missing_field = Ligne { $line } : il manque « { $field } ». « guichet apply --schema » donne la forme de chaque commande.
command-unknown_field = Ligne { $line } : il n’y a pas de « { $field } » ici. « guichet apply --schema » donne la forme de chaque commande.
command-duplicate_field = Ligne { $line } : « { $field } » y est deux fois. N’en gardez qu’un.
command-not_json = Ligne { $line }, colonne { $column } : ce n’est pas du JSON. Écrivez un objet par ligne.
command-invalid = Ligne { $line } : une valeur n’est pas du genre attendu ({ $detail }). « guichet apply --schema » donne la forme de chaque commande.
command-not_utf8 = La ligne { $line } n’est pas en UTF-8. Enregistrez le fichier en UTF-8.

## Les plans, et ce qu’ils sont devenus

cli-plan-change = { $who } : { $what } : { $before } { $arrow } { $after }
cli-plan-record = { $who } : { $what } { $after }
cli-plan-because = { $change } ({ $because })
cli-plan-field = { $what } : { $value }
cli-plan-seats = Places utilisées, { $seat } : { $before } { $arrow } { $after }
cli-plan-note = À savoir : { $note }
cli-plan-password = Mot de passe temporaire de { $admin }, affiché cette seule fois et valable 72 heures : { $password }
cli-plan-applied = Appliqué, entrée #{ $entry }.
cli-plan-nothing = Rien ne change ; rien n’a été écrit.
cli-plan-dry = À blanc : rien n’a été écrit.

## Ce que répondent les sous-commandes

init-done = La base est à { $store } ; { $owner } en est propriétaire.
demo-done = La démonstration est à { $store } ; connectez-vous comme demo avec le mot de passe guichet-demo.
about =
    guichet { $version } : qui peut faire quoi sur ce site
    Licence : { $licence }
    Base : { $store }
sessions-none = Personne n’est connecté à une console.
journal-sound =
    { $count ->
        [one] Intact : { $count } entrée, tête { $head }
       *[other] Intact : { $count } entrées, tête { $head }
    }
journal-gap = Le journal n’est pas intact : l’entrée #{ $entry } manque ou n’est pas à sa place. Comparez avec une sauvegarde.
journal-link = Le journal n’est pas intact : l’entrée #{ $entry } ne suit pas la précédente, ou n’est pas l’ancre donnée. Comparez avec une sauvegarde.
journal-row = Le journal n’est pas intact : l’entrée #{ $entry } ou une de ses lignes n’est pas ce qui fut écrit. Comparez avec une sauvegarde.
journal-orphan = Le journal n’est pas intact : des lignes sont sous l’entrée #{ $entry }, qui n’existe pas. Comparez avec une sauvegarde.
journal-version = Le journal n’est pas intact : { $entry } a été modifié sans entrée. Comparez avec une sauvegarde.

## Pourquoi, pas à pas

step-owner = Le propriétaire détient tout.
step-no-role = Aucun rôle : rien ne vient de là.
step-role-licence = La licence { $licence } du rôle « { $role } » donne { $value }.
step-role-added = Le rôle « { $role } » donne { $value }.
step-by-hand = Réglé à la main : { $value }.
step-not-by-hand = Rien n’est réglé à la main.
step-held-back = Retenu par { $parent }, le parent, qui détient { $value }.
step-allowed = Le parent { $parent } permet { $value }.
step-held = Donné.
step-not-held = Pas donné.
step-granted-by = Vient avec { $other }, et reste tant que cela est là.
step-would-be-granted-by = Viendrait de soi-même avec { $other }.
step-requires-met = Exige { $other } ({ $needed }), qui est là.
step-requires-unmet = Exige { $other } ({ $needed }), qui n’est pas là.
step-billable = Le donner coûte : il faut Gestion sur les éléments facturables.
step-setting = Exige le réglage { $setting }.
step-keep-one = Au moins un contact le garde.
step-therefore = Donc : { $value }.
step-free = Vous pouvez le modifier maintenant.
step-ask = Vous pouvez le demander. { $reason }
step-value = Valeur
step-steps = Pourquoi
who-nobody-at-all = Personne à votre portée ne l’a.

## Les sortes d’entrées


## Les champs qui n’existent que dans les listes et les fiches

field-id = Id
field-number = Numéro
field-children = Administrateurs en dessous
field-created_at = Création
field-modified_at = Modification
field-changed_at = Modification
field-last_sign_in_at = Dernière connexion
field-locked = Fixé par la licence
field-active_holders = Titulaires actifs
field-invited_holders = Titulaires invités
field-technical_rank = Rang technique
field-financial_rank = Rang financier
field-members = Membres
field-seats_used = Places utilisées
field-entry = Entrée
field-at = Quand
field-actor = Qui
field-peer = D’où
field-changes = Changements
field-result = Résultat
field-reverses = Inverse
field-previous_hash = Hachage précédent
field-hash = Hachage
field-started_at = Depuis
field-last_seen_at = Vu

## L’aide

cli-help-usage = Utilisation :
cli-help-commands = Commandes{ "\u00A0" }
cli-help-arguments = Arguments{ "\u00A0" }
cli-help-options = Options{ "\u00A0" }
cli-help-guichet = Qui peut faire quoi sur ce site : une console pour administrateurs. Sans commande, elle s’ouvre.
cli-help-demo = Ouvre la console sur une base de personnes inventées
cli-help-init = Crée une base et son propriétaire
cli-help-list = Énumère les fiches d’une liste
cli-help-show = Montre une fiche entière
cli-help-why = Dit pourquoi (ou pourquoi pas) quelqu’un a quelque chose
cli-help-who = Dit qui a quelque chose, et par quoi
cli-help-passwd = Change votre propre mot de passe
cli-help-apply = Exécute des commandes, un objet JSON par ligne, tout ou rien
cli-help-import = Importe les fichiers d’autres systèmes, tout ou rien
cli-help-export = Écrit des fiches sur la sortie standard
cli-help-backup = Fait une sauvegarde
cli-help-restore = Remet une sauvegarde en place
cli-help-check = Vérifie la base
cli-help-doctor = Cherche ce qui n’est pas comme il faut
cli-help-recover = Donne au propriétaire un mot de passe unique, sur la machine elle-même
cli-help-journal = Vérifie le journal, ou dit son entrée la plus récente
cli-help-journal-verify = Vérifie que le journal est tel qu’il fut écrit
cli-help-journal-head = Dit l’entrée la plus récente et son hachage
cli-help-undo = Annule une entrée ; sans numéro, votre plus récente
cli-help-redo = Refait ce qui fut annulé ; sans numéro, votre plus récente
cli-help-sessions = Dit qui est connecté
cli-help-keys = Énumère les touches de la console
cli-help-completions = Écrit les complétions d’un interpréteur
cli-help-man = Écrit la page de manuel
cli-help-about = Dit la version, et où est la base
cli-help-arg-help = Montre cette aide
cli-help-arg-version = Montre la version
cli-help-arg-store = La base (sinon GUICHET_STORE, ou le répertoire de données)
cli-help-arg-username = Qui vous êtes
cli-help-arg-password-file = Votre mot de passe : la première ligne de ce fichier (sinon demandé)
cli-help-arg-kiosk = Pour sshd : rien de ce qu’un client envoie ou règle ne compte
cli-help-arg-lang = La langue : en ou fr
cli-help-arg-json = Lectures et erreurs en JSON
cli-help-arg-dry-run = Montre le plan et n’écrit rien
cli-help-arg-users = Combien d’utilisateurs, jusqu’à un million
cli-help-arg-create = Crée la base et n’ouvre pas de console
cli-help-arg-organisation = Le nom de l’organisation
cli-help-arg-plan = standard, professional ou enterprise
cli-help-arg-sites = Un site, par son code et son nom ; peut être répété
cli-help-arg-owner = Le nom d’utilisateur du propriétaire
cli-help-arg-email = Le courriel du propriétaire
cli-help-arg-what = admins, users, roles, contacts, tickets, journal, sites, groups, workspaces ou applications ; show prend aussi organisation
cli-help-arg-filter = Des mots, et des termes comme site:mtl ou status:disabled
cli-help-arg-sort = Une colonne, avec :desc à partir de la fin
cli-help-arg-limit = Au plus autant de lignes
cli-help-arg-after = Continue après cet id
cli-help-arg-reference = La fiche : nom d’utilisateur, poste, courriel, code, numéro, nom ou id
cli-help-arg-permission = Une clé du catalogue, app:NOM/DROIT ou workspace:NOM
cli-help-arg-new-password-file = Le nouveau mot de passe : la première ligne de ce fichier (sinon demandé)
cli-help-arg-file = Le fichier (sinon l’entrée standard)
cli-help-arg-schema = Écrit le schéma JSON de toutes les commandes
cli-help-arg-export-what = admins, users, roles, contacts, tickets, journal, sites, groups, workspaces, applications, ou rights pour le registre des droits
cli-help-arg-raw = Laisse les cellules telles quelles, pour les machines : sans protection contre les tableurs
cli-help-arg-print = Le registre des droits en page à imprimer
cli-help-arg-files = Les fichiers, tous d’une même famille
cli-help-arg-site = Le site des nouveaux utilisateurs
cli-help-arg-feed = Le nom du flux
cli-help-arg-partial = Personne n’est considéré comme parti (par défaut)
cli-help-arg-complete = Qui n’est pas dans les fichiers est considéré comme parti
cli-help-arg-confirm-vanished = Confirme que tant de personnes sont parties
cli-help-arg-accept-matches = Retient les correspondances seulement probables : personnes d’un annuaire, utilisateurs dont le numéro a changé
cli-help-arg-unmatched = Fait des utilisateurs du portail seul ou des contacts des personnes d’un annuaire sans correspondance
cli-help-arg-skip-refused = Laisse de côté les lignes refusées
cli-help-arg-encoding = L’encodage des fichiers
cli-help-arg-delimiter = Le délimiteur des fichiers
cli-help-arg-mapping = Quelle colonne est quel champ ; gardé sous NAME, qui suffit ensuite
cli-help-arg-since = Commence après une entrée connue comme juste
cli-help-arg-head = Vérifie aussi que cette entrée a ce hachage
cli-help-arg-entry = Le numéro de l’entrée
cli-help-arg-skip-changed = Laisse de côté ce qui a changé depuis
cli-help-arg-shell = L’interpréteur

## Import

import-read = { $file } : { $format }, { $encoding }, enregistrements { $records }, colonnes de secrets écartées { $secrets }
import-refused-row = Refusé, ligne { $line } : { $why }
import-warning = À noter, ligne { $line } : { $why }
export-register-title = Registre des droits
export-register-dated = Au { $date } ; journal { $head }
export-register-admins = Administrateurs
export-register-users = Utilisateurs
export-register-contacts = Contacts
import-count-new = nouveaux    { $count }
import-count-changed = modifiés    { $count }
import-count-renamed = renommés    { $count }
import-count-moved = déplacés    { $count }
import-count-reassigned = réattribués { $count }
import-count-vanished = disparus    { $count }
import-count-unchanged = inchangés   { $count }
import-count-likely = probables   { $count }
import-count-unmatched = sans correspondance { $count }
import-count-refused = refusés     { $count }
import-count-skipped = ignorés     { $count }
import-applied = Appliqué, entrée { $entry }. guichet undo { $entry } annule le tout.
