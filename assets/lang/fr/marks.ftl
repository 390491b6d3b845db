### Les lignes marquées, et ce qu'on fait de toutes.

marks-count = { $count } marqués
marks-count-more = { $count }+ marqués
marks-all = tous marqués
marks-range = v termine la plage
marks-no-row = Il n’y a aucune ligne à marquer.
marks-not-here = Rien ne peut être fait à plusieurs de ceux-ci à la fois.

bulk-title = { $count ->
    [one] Une ligne marquée
   *[other] { $count } lignes marquées
}
bulk-none = Il n'y a rien à faire à plusieurs de ceux-ci à la fois.
bulk-too-many = Au plus { $count } fiches à la fois : filtrez davantage.
bulk-take-tickets = Prendre
bulk-approve = Approuver
bulk-reject = Refuser : { $reason }
bulk-assign = Confier à { $name }
bulk-priority = Priorité : { $value }
bulk-withdraw = Retirer la demande
bulk-enable = Activer
bulk-disable = Désactiver
bulk-give = Donner { $what }
bulk-take = Retirer { $what }
bulk-set = { $what } : { $value }
bulk-site = Déplacer à { $name }
bulk-workspace = Espace de travail { $name }
bulk-right = { $name }, { $right }
bulk-left-out = laissé de côté
bulk-verdicts = Permis : { $allowed }. Laissés de côté : { $refused }.
bulk-disable-title =
    { $count ->
        [one] Désactiver une ligne marquée
       *[other] Désactiver { $count } lignes marquées
    }
bulk-disable-go = Voir le plan
bulk-judging = Examen : { $what }
bulk-applying = Application
