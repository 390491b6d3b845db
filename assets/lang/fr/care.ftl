### Le soin d’une base : vérifier, sauvegarder, restaurer, examiner

backup-done = Sauvegarde faite dans { $file } ({ $size } Kio). Notez ailleurs cette tête : { $head }
file-exists = { $file } existe déjà ; rien n’a été écrit. Nommez un autre fichier.
file-no_directory = Il n’y a pas de tel répertoire. Créez-le d’abord, ou nommez-en un autre.
store-not_a_backup = Ce fichier est une base en service, avec des modifications à côté, et non une sauvegarde. Faites-en une avec : guichet backup FICHIER
restore-plan =
    { $count ->
        [0] La sauvegarde est intacte, tête { $head }. Rien ne serait perdu.
        [one] La sauvegarde est intacte, tête { $head }. { $count } entrée de la base n’y est pas et serait perdue.
       *[other] La sauvegarde est intacte, tête { $head }. { $count } entrées de la base n’y sont pas et seraient perdues.
    }
restore-unrelated = Cette sauvegarde n’est pas de cette base : elles n’ont aucune entrée en commun.
restore-done =
    { $count ->
        [0] Restauration faite, tête { $head }. Rien n’est perdu.
        [one] Restauration faite, tête { $head }. { $count } entrée de la base d’avant n’y est pas.
       *[other] Restauration faite, tête { $head }. { $count } entrées de la base d’avant n’y sont pas.
    }
restore-aside = La base d’avant est gardée dans { $file }
restore-passwords = Les mots de passe sont de nouveau ceux de la sauvegarde.

sign_in-full = Trop de consoles sont ouvertes sur cette base. Attendez que quelqu’un parte, puis reconnectez-vous.
store-full-released = Le disque est plein. De la place gardée pour cela est libre maintenant : faites-en davantage, puis réessayez. Rien n’est perdu.

kiosk-name = Un fichier se nomme ici par des lettres, des chiffres, des points, des tirets et des soulignés, 64 au plus ; il est gardé à côté de la base.
kiosk-no_file = Il n’y a pas de tel fichier à importer. Il faut d’abord le mettre dans le répertoire imports à côté de la base.
kiosk-full = Il n’y a plus de place pour les fichiers exportés. Demandez à qui tient la machine d’en retirer.

journal-head-left = Tête du journal { $head }

check-sound = Tout est intact : pages, références, règles et journal sont comme il faut.
check-page = Le fichier est endommagé : { $what }. Restaurez une sauvegarde.
check-reference = Une fiche en nomme une autre qui n’existe pas : { $what }. Restaurez une sauvegarde.
check-owner = Il n’y a pas exactement un propriétaire actif qui a tous les sites : { $what }. Restaurez une sauvegarde ou lancez guichet recover.
check-tree = { $what } n’est pas sous le propriétaire, ou trop bas. Restaurez une sauvegarde.
check-web_access = { $what } a l’accès Web sans courriel qui lui soit propre. Changez le courriel ou retirez l’accès Web.
check-count = Un compte tenu à jour est faux : { $what }. Restaurez une sauvegarde.
check-order = Un ordre de communication nomme un contact qui n’existe pas : { $what }. Restaurez une sauvegarde.

doctor-fine = ok
doctor-attention = !!
doctor-store = La base est dans { $store }, { $size } Kio, schéma { $schema }.
doctor-sqlite = SQLite { $version }.
doctor-pages = Les pages du fichier sont entières.
doctor-pages-not = Le fichier est endommagé : { $what }. Restaurez une sauvegarde.
doctor-room = { $size } Mio sont libres à côté de la base.
doctor-room-not = Seulement { $size } Mio sont libres à côté de la base. Faites de la place, sinon rien ne pourra être enregistré.
doctor-clock = Il est { $now }.
doctor-clock-not = Il est { $now } ici, mais l’entrée #{ $entry } fut écrite à { $at }. Réglez l’horloge.
doctor-sessions =
    { $count ->
        [0] Personne n’est connecté à une console.
        [one] Une console est ouverte.
       *[other] { $count } consoles sont ouvertes.
    }
doctor-sessions-not =
    { $dead ->
        [one] Une console a pris fin sans le dire ; elle est fermée à la prochaine connexion.
       *[other] { $dead } consoles ont pris fin sans le dire ; elles sont fermées à la prochaine connexion.
    }
doctor-backup = La dernière sauvegarde fut faite le { $at }.
doctor-backup-not = La dernière sauvegarde fut faite le { $at }, il y a plus d’une semaine. Faites-en une avec : guichet backup FICHIER
doctor-no-backup = Il y a une sauvegarde.
doctor-no-backup-not = Aucune sauvegarde n’a jamais été faite. Faites-en une avec : guichet backup FICHIER

cli-help-arg-backup = La sauvegarde
cli-help-arg-access = Dit quels administrateurs méritent un regard : jamais connectés, inutilisés, avec plus que leur rôle
