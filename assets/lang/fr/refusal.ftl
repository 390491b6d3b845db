### Pourquoi une modification est refusée ou une case verrouillée ; les identifiants sont les codes, traits d’union pour points et tirets bas.
###
### La première phrase est la raison, la suite dit quoi faire. Quand un code vient avec et sans un argument,
### `…-with-NOM` est la phrase du refus qui l’a.

## Ce derrière quoi une phrase peut se trouver

refusal-of-field = { $field } : { $reason }
refusal-on-line = Ligne { $line } : { $reason }

## Pas fait, ou pas ici

refusal-command-not-available = guichet ne fait pas encore cela. Rien n’a été modifié.
refusal-command-not-here = Ceci ne peut pas faire partie d’autre chose. À faire seul.

## Droits de l’administrateur

refusal-access-needs-view = Il faut Consultation sur « { $resource } » ; vous avez { $held }. Demandez à un administrateur au-dessus.
refusal-access-needs-manage = Il faut Gestion sur « { $resource } » ; vous avez { $held }. Demandez à un administrateur au-dessus.
refusal-access-needs-manage-with-permission = { $permission } coûte : il faut Gestion sur { $resource } (vous : { $held }). Demandez à un administrateur au-dessus.
refusal-access-needs-manage-may-ask = Il faut Gestion sur « { $resource } » ; vous avez { $held }. Vous pouvez envoyer une demande.
refusal-access-owner-only = Réservé au propriétaire. Demandez-le-lui.
refusal-access-needs-all-sites = Il faut tous les sites, et vous ne les avez pas tous. Demandez à un administrateur qui les a.
refusal-access-needs-all-sites-with-contact = { $contact } est dans un ordre de communication, qui demande tous les sites. Demandez à un administrateur qui les a.
refusal-access-own-email = Une fiche d’utilisateur lie ce courriel à votre propre compte. Un autre administrateur doit le changer.
refusal-access-site-not-held = Hors de vos sites. Choisissez un des vôtres, ou demandez à un administrateur qui a ce site.
refusal-access-not-held = On ne donne pas plus qu’on n’a : votre droit sur { $resource } est { $held }.
refusal-access-not-oneself = Personne ne fait cela à sa propre fiche. Demandez à un administrateur au-dessus.
refusal-access-grant-needs = Pour accorder { $permission }, il faut plus sur « { $resource } » que votre droit. Demandez à un administrateur au-dessus.
refusal-user-self-elevation = Cet utilisateur a votre courriel. Un autre administrateur doit accorder { $permission }.
refusal-user-billable-needed = { $permission } coûte : il faut Gestion sur { $resource } (vous : { $held }). Vous pouvez envoyer une demande.

## Fiches et champs

refusal-record-not-found = Introuvable à votre portée : { $kind } « { $name } ». Vérifiez l’orthographe.
refusal-record-ambiguous = « { $name } » désigne { $first } et { $second }. Écrivez l’identifiant de celui qu’il faut.
refusal-record-in-use = « { $value } » est déjà pris. Vérifiez si c’est le même, ou choisissez autre chose.
refusal-record-hangs-on = Quelque chose dépend encore de cette fiche. Déplacez-le ou retirez-le d’abord.
refusal-record-hangs-on-with-contact_count = { $name } a encore utilisateurs : { $user_count }, contacts : { $contact_count }, tickets : { $ticket_count }. Déplacez-les d’abord.
refusal-record-hangs-on-with-user_count = { $name } : utilisateurs qui l’ont encore : { $user_count }. Retirez-le d’abord.
refusal-record-hangs-on-with-ticket_count = { $name } est dans des tickets ({ $ticket_count }), qui restent. Désactivez plutôt la fiche.
refusal-record-hangs-on-with-name = Quelque chose dépend encore de { $name }. Déplacez-le ou retirez-le d’abord.
refusal-record-reference-gone = Ce dont { $name } dépendait n’existe plus : { $kind }. Rétablissez cela d’abord.
refusal-record-was-active = A déjà été actif : la fiche reste. Désactivez plutôt.
refusal-field-one-record = Nommez exactement une fiche. Retirez les autres.
refusal-field-required = Obligatoire. À remplir.
refusal-field-invalid = Cette valeur est impossible ici. Choisissez parmi celles qui sont proposées.
refusal-field-invalid-with-why = { $why }
refusal-field-out-of-range = Écrivez un nombre de { $min } à { $max }.
refusal-field-name-character = Ce nom ne peut pas avoir { $character }. À retirer.

## Modifié entre-temps, annuler et rétablir

refusal-plan-stale = Quelqu’un a modifié cela entre-temps. Regardez de nouveau, puis appliquez.
refusal-plan-stale-with-what = { $what } : modifié depuis que vous avez regardé. Regardez de nouveau, puis appliquez.
refusal-undo-changed-since = { $name } : modifié après l’entrée #{ $entry }. Annulez d’abord la modification suivante, ou laissez-la de côté.
refusal-undo-changed-since-with-path = { $name }, { $path } : modifié après l’entrée #{ $entry }. Annulez d’abord la modification suivante, ou laissez-la de côté.
refusal-undo-still-used = { $name }, de l’entrée #{ $entry }, sert maintenant. Retirez-le d’abord de là où il sert.
refusal-undo-already = L’entrée #{ $entry } est annulée par l’entrée #{ $by }. Rétablir la ramène.
refusal-undo-nothing = Vous n’avez plus rien à annuler. Le journal liste chaque modification.
refusal-undo-not-undoable = L’entrée #{ $entry } n’a pas de modification à annuler. Choisissez une autre entrée du journal.
refusal-draft-unknown = Votre brouillon a été préparé par une autre version de guichet et reste tel quel. Appliquez-le là-bas, ou abandonnez-le avec W.
refusal-undo-role-gone = Un rôle supprimé ne revient pas. Créez-en un nouveau ; le journal garde ce qu’il était.
refusal-redo-nothing = Rien à rétablir. Annulez d’abord quelque chose.

## À savoir avant de le faire

refusal-note-warning = { $permission } : { $warning }.
refusal-note-user-disabled = { $user } : désactivé. Ce qui change maintenant comptera à la réactivation.
refusal-note-order-empty = Il ne reste personne dans l’ordre « { $list } ». Ajoutez-y quelqu’un.
refusal-note-role-users = { $role } : utilisateurs qui ont ce rôle : { $users }. Il ne leur donne rien dans guichet.

## Autorisations et licences des utilisateurs

refusal-permission-unknown = « { $value } » n’est pas au catalogue pour ce genre de fiche. Vérifiez la clé.
refusal-permission-requires = { $permission } demande { $other }. À accorder d’abord.
refusal-permission-requires-with-value = { $permission } demande { $other } : au moins { $value }. À accorder d’abord.
refusal-permission-setting-off = { $permission } demande { $setting }, qui est coupé dans les paramètres. À activer là d’abord.
refusal-permission-last-holder = { $name } est le dernier contact avec { $permission }. Accordez-le d’abord à un autre.
refusal-user-web-access-required = Il faut l’accès au site Web. À accorder d’abord.
refusal-user-web-access-required-with-permission = { $permission } demande l’accès au site Web. À accorder d’abord.
refusal-user-web-access-held-by = { $other } demande { $permission }. Retirez d’abord { $other }.
refusal-user-email-required = { $user } n’a pas de courriel, et l’accès au site Web en demande un. Ajoutez-le d’abord.
refusal-user-email-shared =
    { $others ->
        [one] { $other } a aussi { $email }, et l’accès au site Web en demande un à soi. Changez l’un des deux.
       *[other] { $other } ont aussi { $email }, et l’accès au site Web en demande un à soi. Changez-les tous sauf un.
    }
refusal-user-namesake = { $other }, poste { $extension } du système téléphonique, a aussi « { $value } ». Si c’est la même personne, modifiez plutôt cet utilisateur.
refusal-user-portal-only = Pas pour qui n’a que le portail. Ajoutez d’abord la personne au système téléphonique.
refusal-user-portal-only-with-permission = { $permission } : pas pour qui n’a que le portail. Ajoutez d’abord la personne au système téléphonique.
refusal-user-essential-locked = Tout utilisateur du système téléphonique a Essentiel. Désactivez plutôt l’utilisateur.
refusal-user-access-type-held-by = Quelque chose que cet utilisateur a demande la licence d’accès. À retirer d’abord.
refusal-user-device-unknown = { $device } n’est pas un appareil de cet utilisateur. Choisissez un des siens.
refusal-user-device-not-webrtc = { $device } n’a pas WebRTC, que le client CRM demande. Choisissez un autre appareil.
refusal-user-primary-group-not-member = L’utilisateur n’est pas dans { $group }. Mettez-le d’abord dans ce groupe.
refusal-user-not-invited = { $user } n’est pas invité. Seul un utilisateur invité peut être marqué actif.
refusal-seats-exceeded = { $seat } : { $used } places occupées, { $bought } achetées. Libérez-en, ou achetez-en.
refusal-application-view-only = Les droits de { $application } sont gérés ailleurs. À changer là-bas.
refusal-application-right-unknown = { $application } n’a pas de droit « { $right } ». Choisissez un des siens.

## Rôles et administrateurs

refusal-role-licence-cell = Partie de la licence { $licence } : { $resource } ne descend pas sous { $minimum }.
refusal-role-owner = { $role } est le rôle du propriétaire, qui a toujours tout. Il n’y a rien à régler.
refusal-role-standard = { $role } est un rôle standard : il reste, avec son nom et sa licence. Seules sa description et ses cases libres changent.
refusal-role-held = Personne ne doit détenir un rôle que l’on supprime : actifs : { $active }, invités : { $invited }. Donnez-leur d’abord un autre rôle.
refusal-role-formula = Il faut la formule { $needed } ; la vôtre est { $current }. Le propriétaire peut la changer.
refusal-role-roles-manage = Gestion sur Rôles est au seul propriétaire. Choisissez Consultation ou Aucun.
refusal-role-owner-licence = Un rôle de la licence Propriétaire est au seul propriétaire. Choisissez un autre rôle.
refusal-admin-licence-override = La licence du rôle fixe { $resource }. Donnez d’abord un autre rôle.
refusal-admin-licence-override-with-minimum = La licence du rôle fixe { $resource } à { $minimum } ou plus. Donnez d’abord un autre rôle.
refusal-admin-owner = { $admin } est propriétaire, et a toujours tout et tous les sites. Il n’y a rien à régler.
refusal-admin-owner-stays = Le propriétaire reste, et reste actif. Transférez d’abord la propriété.
refusal-admin-not-active = { $name } n’est pas actif. Transmettez la propriété à un administrateur actif.
refusal-admin-circle = { $name } ne peut pas être sous soi-même. Choisissez un parent hors de cette branche.
refusal-session-not-found = Il n’y a pas de session ouverte { $name } que vous puissiez fermer. La liste des sessions les montre.
refusal-admin-too-deep = Les administrateurs ont au plus { $max } niveaux. Choisissez un parent plus haut.

## Contacts et leurs ordres

refusal-order-twice = { $name } est deux fois dans l’ordre. Retirez l’un des deux.
refusal-contact-in-order = { $name } est dans l’ordre « { $list } ». À retirer de là d’abord.

## Tickets

refusal-ticket-decided = Le ticket #{ $ticket } est déjà tranché : { $status }. Envoyez une nouvelle demande.
refusal-ticket-duplicate = Le ticket #{ $ticket } demande déjà cela. Commentez celui-là.
refusal-ticket-no-difference = Cela ne demande rien de nouveau. Changez d’abord quelque chose.
refusal-ticket-reason-required = Une désactivation demande un motif. À écrire.
refusal-ticket-four-eyes = Le ticket #{ $ticket } est le vôtre. Un autre administrateur doit l’approuver.
refusal-ticket-changed = Le ticket #{ $ticket } ferait maintenant autre chose que demandé. Regardez, puis approuvez dans l’état actuel.
refusal-ticket-requester-gone = L’auteur du ticket #{ $ticket } ne peut plus demander cela. Refusez-le.
refusal-ticket-carries = Une demande ne peut pas porter cela. À retirer.
refusal-ticket-carries-with-command = Une demande du genre « { $kind } » ne peut pas porter { $command }. À retirer, ou changez de genre.
refusal-ticket-carries-with-ticket = Le ticket #{ $ticket } demande ce que cette version ne connaît pas. Refusez-le, et redemandez.
refusal-ticket-not-requester = Seul l’auteur du ticket #{ $ticket } le retire. Refusez-le plutôt.
refusal-ticket-in-progress = On travaille déjà au ticket #{ $ticket }. Commentez-le pour qu’il soit refusé.
refusal-ticket-assignee = { $name } ne peut pas trancher le ticket #{ $ticket }. Choisissez un administrateur actif qui gère les tickets de son site.
refusal-ticket-application-required = Un nouvel utilisateur se demande avec au moins une application. Choisissez-en une.
refusal-ticket-imported = Le ticket #{ $ticket } est une copie importée. On peut seulement le commenter.
refusal-ticket-email-taken = Un utilisateur a déjà { $email }. Demandez plutôt une modification des droits.

## Importations

refusal-import-confirm-vanished = Utilisateurs qui disparaîtraient : { $vanished }. Vérifiez le fichier, puis confirmez ce nombre.
refusal-import-refused = Lignes refusées : { $refused }. Corrigez le fichier, ou laissez-les de côté.
refusal-import-site-needed = Les nouveaux utilisateurs demandent un site. Nommez le site de ce fichier.
refusal-journal-not-found = Aucune entrée { $name } du journal à votre portée. La liste du journal montre celles que vous pouvez voir.
refusal-password-same = Le nouveau mot de passe est l’ancien. Choisissez-en un autre.
