### Filtres : les critères expliqués, et les vues des utilisateurs.

filter-no-field = Il n’y a pas de « { $field }: » ici. Il y a : { $known }.
filter-no-value = « { $field }: » n’est jamais « { $value } ». C’est : { $known }.
filter-offers = Tab : { $known }
usage-filter_field = Cette liste n’a pas de « { $field }: ». Elle a : { $known }.
usage-filter_value = « { $field }: » n’est jamais « { $value } ». C’est : { $known }.
act-complete = compléter
does-complete = Complète le nom d’un champ ou une valeur dans le filtre.

users-views-title = Vues des utilisateurs
users-views-none = Aucune vue ne porte ce nom.
users-view-all = Tous les utilisateurs
users-view-portal = Avec accès au portail
users-view-agents = Agents
users-view-cloud = Infonuagique : avec une application
users-view-disabled = Désactivés
users-view-invited = Invités
users-view-softphone = Avec un softphone

saved-save = Enregistrer ce filtre…
saved-forget = Oublier un filtre enregistré…
saved-title = Enregistrer ce filtre
saved-about = Sous quel nom f vous proposera le filtre « { $filter } ». Un nom déjà pris par vous passe à celui-ci.
saved-kept = Enregistré sous « { $name } ». f le propose.
saved-forget-title = Lequel oublier ?
saved-forgotten = « { $name } » est oublié.
