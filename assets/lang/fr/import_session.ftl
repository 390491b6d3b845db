### La session d’import de la console.

import-title = Import
import-choose = Choisir des fichiers dans { $folder }
import-all-files = les { $count } fichiers d’ici
import-no-file-here = Aucun fichier de ce nom ici.
import-unreadable = { $file } ne peut pas être lu : ce n’est pas un fichier ordinaire, ou le droit manque.
import-recognised = reconnu
import-yes = oui
import-no = non
import-unmatched-leave = écartées
import-unmatched-manual = utilisateurs du portail
import-unmatched-contact = contacts
import-reading = Lecture des fichiers… Échap l’arrête.
import-progress = { $percent } %. Échap l’arrête, et il n’en reste rien.
import-nothing-to-do = Rien ne change : les fichiers disent ce qu’ils disaient.
import-lines = { $kind } : { $count }
import-kind-all = Toutes les lignes
import-kind-new = nouveau
import-kind-changed = modifié
import-kind-renamed = renommé
import-kind-moved = déplacé
import-kind-reassigned = réattribué
import-kind-vanished = disparu
import-kind-unmatched = non trouvé
import-kind-likely = probable
import-kind-refused = refusé
import-kind-warning = attention
import-was = Avant : { $name }, qui est désactivé et garde ses droits ; le nouvel utilisateur n’en a aucun.
import-was-number = Avait { $name } avant : la même personne, avec les mêmes droits.
import-likely-user = Sans doute { $name } : retenir les probables pour confirmer.
import-differs = { $field } : { $before } → { $after }
import-brings = { $field } : { $after }
import-kept = { $field } : { $before } reste, le fichier dit { $after }
import-nothing = rien
import-shown = Dans le fichier, non repris : { $list }
import-confirm-title = Autant seraient désactivés
import-confirm-vanished = { $count } utilisateurs de cette source ne sont pas dans les fichiers et seraient désactivés. Ils gardent ce qu’ils ont, et reviennent tels quels.
import-problems-kept = Les { $count } lignes refusées et avertissements sont tous dans { $file }.
import-site-title = Site des nouveaux utilisateurs
import-kind-file = fichier
import-file = { $file }  { $format }  { $how }  { $records ->
    [one] { $records } fiche
   *[other] { $records } fiches
}
import-more-files = et { $count ->
    [one] un autre fichier
   *[other] { $count } autres fichiers
}
import-encoding-sure = { $name }
import-encoding-guess = { $name } (deviné)
import-format-mapped = associé à la main
import-delimiter = « { $letter } »
import-choice = { $label } : { $value }
import-choice-encoding = encodage
import-choice-delimiter = séparateur
import-choice-site = site
import-choice-refused = lignes refusées
import-choice-complete = fichiers complets
import-choice-matches = probables retenues
import-choice-unmatched = personnes non trouvées
import-choice-mapping = association
import-refused-skip = écartées
import-refused-all = refusent tout
import-n-new = { $count ->
    [one] { $count } nouveau
   *[other] { $count } nouveaux
}
import-n-changed = { $count ->
    [one] { $count } modifié
   *[other] { $count } modifiés
}
import-n-renamed = { $count ->
    [one] { $count } renommé
   *[other] { $count } renommés
}
import-n-moved = { $count ->
    [one] { $count } déplacé
   *[other] { $count } déplacés
}
import-n-reassigned = { $count ->
    [one] { $count } réattribué
   *[other] { $count } réattribués
}
import-n-vanished = { $count ->
    [one] { $count } disparu
   *[other] { $count } disparus
}
import-n-unmatched = { $count ->
    [one] { $count } non trouvé
   *[other] { $count } non trouvés
}
import-n-likely = { $count ->
    [one] { $count } probable
   *[other] { $count } probables
}
import-n-refused = { $count ->
    [one] { $count } refusé
   *[other] { $count } refusés
}
import-n-warning = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
import-n-unchanged = { $count ->
    [one] { $count } inchangé
   *[other] { $count } inchangés
}
import-n-skipped = { $count ->
    [one] { $count } ignoré
   *[other] { $count } ignorés
}
import-n-none = Il n’y a personne dans ces fichiers.
import-secret-columns = Jamais lues, car elles contiennent des secrets ({ $count }) : { $list }
import-ignored-columns = Colonnes non reprises ({ $count }) : { $list }
import-all-columns = Toutes les colonnes sont reprises.
import-done = Importé, entrée { $entry }. { $key } annule le tout.
import-not-unread = Rien n’est importé : il n’y a pas de plan de ces fichiers. Ils sont relus.
import-not-refused = Rien n’est importé : { $count ->
    [one] une ligne est refusée. { $key } l’écarte, ou corriger le fichier.
   *[other] { $count } lignes sont refusées. { $key } les écarte, ou corriger les fichiers.
}
import-not-so = Rien n’est importé tant qu’il en est ainsi.
import-none-yet = Rien n’a encore été importé.
import-busy = Le travail est en cours : Échap l’arrête.
import-is-done = Cet import est terminé : Échap le quitte.
import-remove-title = Retirer quel fichier ?

## Les colonnes d’une liste que personne ne connaît

mapping-title = Colonnes de { $file }
mapping-column = Colonne
mapping-value = Première valeur
mapping-field = Champ
mapping-pick = « { $column } » est
mapping-nothing = non reprise
mapping-nature = deviennent : { $value }
mapping-users = utilisateurs du téléphone
mapping-people = personnes d’un annuaire
mapping-first = première ligne : { $value }
mapping-first-names = noms des colonnes
mapping-first-record = une personne
mapping-matched = Associées : { $matched } sur { $count }. Le reste n’est pas repris.
mapping-secret = Cette colonne contient des secrets : elle n’est jamais lue.
mapping-secret-value = secrets, jamais lus
mapping-as-kept = Associées comme gardé sous « { $name } ».
mapping-lacks = Associées comme gardé sous « { $name } » ; ce fichier n’a pas la colonne { $list }.
mapping-kept = Associations gardées
mapping-none-kept = Aucun import n’a encore gardé d’association.
mapping-needs-name = Associer d’abord un nom : sans lui, personne n’est repris.
mapping-needs-extension = Associer d’abord le poste : les utilisateurs du téléphone sont connus par lui.
mapping-name-title = Garder l’association sous
mapping-name-why = Sous ce nom, elle se retrouve le mois prochain, ici et par --mapping ; c’est aussi le nom de la source.
