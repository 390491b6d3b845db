### Après la connexion : ce qui s’est passé entre-temps

since-last = Depuis votre dernière connexion, { $at }
since-first = C’est votre première connexion
since-failures = Essais échoués
since-changes = Modifications par d’autres
since-many = 1 000 et plus
since-here = Aussi ici en ce moment
since-draft = En attente dans votre brouillon
since-backup = Dernière sauvegarde
since-days =
    { $days ->
        [0] aujourd’hui
        [1] hier
       *[other] il y a { $days } jours
    }
since-never = jamais
since-backup-do = guichet backup FICHIER en fait une
