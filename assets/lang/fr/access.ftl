### Qui détient quoi, passé en revue ; et le recours d’un propriétaire qui a oublié son mot de passe

access-never_signed_in = { $name } : jamais connecté depuis le { $since }. À supprimer ?
access-unused = { $name } : aucune connexion depuis le { $since }. À désactiver ?
access-beyond_role = { $name } détient plus que son rôle ne donne : { $resources }. Reprenez ce qui est de trop, ou donnez un autre rôle.
access-temporary_password = { $name } a encore un mot de passe temporaire. Faites-le changer, ou réinitialisez-le.
access-nobody_for_site = Aucun administrateur hormis le propriétaire n’atteint le site { $name }. Confiez-le à quelqu’un.
access-nothing = Rien à signaler : chaque compte sert, personne ne détient plus que son rôle, et chaque site a quelqu’un.
access-findings = Constats : { $count }. Examinez chacun d’eux.
recover-done =
    { $admin } se connecte avec ce mot de passe temporaire, montré une seule fois et périmé après 72 heures :
    { $password }
desk-recovered = Votre mot de passe a été rétabli sur la machine même le { $at }. Si ce n’était pas vous, demandez qui a la machine.
desk-put-back = L’horloge d’ici a été reculée : le journal a des entrées jusqu’au { $at }. Réglez l’horloge.
usage-terminal_only = Cela ne marche que sur un terminal de la machine même, où personne d’autre ne lit.

## Dans la console

act-audit = revue des accès
does-audit = Montre ce qui mérite un coup d’œil : comptes sans usage, droits au-delà du rôle, sites sans personne.
audit-intro = Ce qui mérite un coup d’œil, avant la brèche.
audit-count = { $count ->
    [0] rien à examiner
    [one] { $count } point à examiner
   *[other] { $count } points à examiner
}
col-finding = Quoi
col-about = Qui ou où
col-since = Détails
audit-since = depuis le { $at }
audit-owner-only = le propriétaire seul l’atteint
audit-never-signed-in = jamais connecté
audit-unused = inutilisé depuis 90 jours
audit-beyond-role = plus que le rôle ne donne
audit-temporary-password = mot de passe jamais changé
audit-nobody-for-site = site sans personne
admins-views-title = Vues des administrateurs
admins-view-all = Tous les administrateurs
admins-view-tree = Arbre : qui a créé qui
admins-view-audit = À examiner

## Son propre compte

act-my-details = mes coordonnées
does-my-details = Montre ce que vous pouvez modifier de vous-même : nom, adresses, téléphones.
act-own-password = mon mot de passe
does-own-password = Change votre mot de passe ; vos autres consoles se ferment.
account-my-details = Mes coordonnées
account-own-password = Changer mon mot de passe
account-sessions = Consoles ouvertes
account-language = English
account-go-admins = Gérer les administrateurs
account-go-roles = Rôles et permissions
account-lock = Verrouiller la console
account-quit = Quitter
own-password-title = Changer mon mot de passe
own-password-current = Mot de passe actuel
own-password-intro =
    Au moins { $least } caractères ; une phrase convient, et rien n’expire. { $count ->
        [0] Vous n’avez pas d’autre console ouverte.
        [one] Votre autre console sera déconnectée.
       *[other] Vos { $count } autres consoles seront déconnectées.
    }
own-password-done =
    { $count ->
        [0] Votre mot de passe est changé.
        [one] Votre mot de passe est changé ; votre autre console a été déconnectée.
       *[other] Votre mot de passe est changé ; vos { $count } autres consoles ont été déconnectées.
    }
