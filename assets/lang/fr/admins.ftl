### Administrateurs et rôles dans la console : leurs fiches, l’arbre, la grille, et ce qui s’y fait.

## Actions

act-follow = ouvrir
does-follow = Ouvre la fiche que cette ligne nomme.

act-search = chercher
does-search = Cherche dans cette section au fil de la frappe ; Échap la montre entière.
follow-none = Cette ligne ne nomme aucune autre fiche.

## La fiche d’un administrateur

admin-site-with-all = détenu de toute façon : tous les sites sont donnés
admin-never = jamais
admin-password-by = doit choisir un mot de passe avant le { $at }
admin-more-below = et d’autres : t les montre tous dans l’arbre

group-account = Compte
group-contact = Coordonnées
group-address = Adresse postale
group-sites = Sites
group-permissions = Autorisations
form-views = Consultation, à la main
form-manages = Gestion, à la main

## L’arbre

act-tree = arbre
does-tree = Montre les administrateurs en arbre, ou de nouveau en liste.
act-unfold = déplier, replier
does-unfold = Montre ceux qui sont sous l’administrateur, ou les cache.
act-to-parent = au parent
does-to-parent = Va à l’administrateur au-dessus.
col-role = Rôle
tree-intro = Nul ne transmet plus de sites et de droits qu’il n’en détient.
tree-more = … encore { $count }
tree-below = ({ $count })

## Ce qui s’y fait

again-title = Encore votre mot de passe
again-why = Ceci touche aux droits, rôles ou mots de passe d’administrateurs : tapez votre mot de passe encore une fois. Il vaut ensuite pour cinq minutes.
again-keys = Entrée continuer   Échap retour
compare-title = { $one } et { $other } : ce qui diffère
compare-with = Comparer { $name } avec
compare-same = Les deux donnent la même chose.
move-title = Sous qui placer { $name } ?
pick-none = Personne à votre portée ne convient.
holders-title = Qui détient { $name }
ownership-title = Céder la propriété
ownership-question = { $name } devient propriétaire, et vous passez sous { $name } avec tous les sites et droits, sans le rôle. Il y a toujours un propriétaire.
consoles-title = Consoles ouvertes : Entrée en ferme une
consoles-none = Aucune console n’est ouverte.
session-since = depuis { $at }
session-seen = vue { $at }
form-own = Votre compte, { $name }
form-own-intro = Ce que vous pouvez modifier de vous-même ; le reste revient à qui a créé votre compte.
form-clone-role = Nouveau rôle d’après { $name }
form-clone-name = { $name } (copie)

## Les rôles

col-created = Créé
matrix-title = Rôles côte à côte (* personnalisé)
matrix-differences = différences seulement : { $on }
matrix-same = Tous les rôles donnent la même chose.
role-boxes = Consultation, gestion
role-added = au-delà de la licence

## Une section d’une fiche

section-found = { $found } sur { $all }
section-page = page { $at } sur { $of } ({ $all })
