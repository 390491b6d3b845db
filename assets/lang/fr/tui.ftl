### Ce que dit la console.

## Onglets

tab-admins = Admins
tab-users = Utilisateurs
tab-roles = Rôles
tab-contacts = Contacts
tab-tickets = Tickets
tab-journal = Journal
tab-site = Site

## Touches

key-space = Espace
key-enter = Entrée
key-esc = Échap
key-tab = Tab
key-backspace = Retour
key-delete = Suppr
key-insert = Inser
key-up = Haut
key-down = Bas
key-left = Gauche
key-right = Droite
key-home = Début
key-end = Fin
key-page-up = PgPréc
key-page-down = PgSuiv
key-ctrl = Ctrl
key-alt = Alt
key-shift = Maj

## D’autres touches, de keys.toml ; celles du tableau servent jusqu’à la correction

keys-form = keys.toml ne peut pas être lu : { $why }. Corrigez-le et relancez.
keys-action = keys.toml : aucune action ne s’appelle « { $name } ». Corrigez-le et relancez.
keys-key = keys.toml : « { $name } » n’est le nom d’aucune touche. Corrigez-le et relancez.
keys-unsafe = keys.toml : les terminaux gardent { $name } pour eux. Choisissez une autre touche.
keys-needed = keys.toml : « { $name } » ne peut pas rester sans touche. Donnez-lui-en une.
keys-conflict = keys.toml : { $key } voudrait dire « { $one } » et « { $other } ». Donnez une autre touche à l’un des deux.
keys-invalid = { $why } (dans { $file })

## Actions : le nom dans la ligne d’aide et la palette

act-down = bas
act-up = haut
act-first = première ligne
act-last = dernière ligne
act-page-down = page suivante
act-page-up = page précédente
act-half-down = demi-page suivante
act-half-up = demi-page précédente
act-go-admins = vers Admins
act-go-users = vers Utilisateurs
act-go-roles = vers Rôles
act-go-contacts = vers Contacts
act-go-tickets = vers Tickets
act-go-journal = vers Journal
act-go-site = vers Site
act-next-tab = onglet suivant
act-previous-tab = onglet précédent
act-my-account = mon compte
act-open = ouvrir
act-next-section = section suivante
act-previous-section = section précédente
act-next-column = colonne suivante
act-previous-column = colonne précédente
act-show-password = montrer le mot de passe
act-accept = valider
act-next-field = champ suivant
act-previous-field = champ précédent
act-save = enregistrer
act-back = retour
act-filter = filtrer
act-views = vues
act-sort = trier
act-reverse-sort = ordre inverse
act-mark = marquer
act-mark-range = marquer une plage
act-mark-all = tout marquer
act-mark-none = aucune marque
act-toggle = basculer
act-raise = augmenter
act-lower = diminuer
act-set-none = aucun
act-set-view = consultation
act-set-manage = gestion
act-toggle-from-list = autorisation
act-new = nouveau
act-edit = modifier
act-delete = supprimer
act-disable = désactiver, activer
act-note = remarque
act-copy = copier
act-import = importer
act-import-file = ajouter
act-import-kind = un genre
act-import-encoding = encodage
act-import-delimiter = séparateur
act-import-site = site
act-import-skip = ignorer les refus
act-import-complete = complet
act-import-matches = probables
act-import-unmatched = sans correspondance
act-import-remove = retirer
act-import-mapping = associer les colonnes
act-map-column = associer
act-map-use = l’employer
act-map-nature = sorte de personnes
act-map-header = première ligne
act-map-saved = associations gardées
act-export = exporter
act-edit-order = ordre de communication
act-move-down = descendre
act-move-up = monter
act-move-last = à la fin
act-move-first = en tête
act-pick-up = prendre, poser
act-add-to-order = ajouter
act-take-out = retirer
act-review = revoir
act-apply = appliquer
act-send-request = envoyer en demande
act-leave-out = laisser de côté
act-drop = abandonner
act-undo = annuler
act-redo = refaire
act-why = pourquoi
act-who-can = qui peut
act-history = historique
act-compare = comparer
act-clone = cloner
act-matrix = tous côte à côte
act-take-ticket = prendre
act-approve = approuver
act-reject = refuser
act-comment = commenter
act-assign = attribuer
act-raise-priority = plus urgent
act-lower-priority = moins urgent
act-cancel-ticket = retirer
act-mark-active = marquer comme actif
act-reset-password = réinit. le mot de passe
act-unlock = déverrouiller
act-move-admin = déplacer
act-transfer-ownership = céder la propriété
act-sessions = sessions
act-language = autre langue
act-palette = palette
act-help = aide
act-redraw = redessiner
act-lock = verrouiller
act-quit = quitter
act-suspend = suspendre
act-cursor-left = gauche
act-cursor-right = droite
act-word-left = mot précédent
act-word-right = mot suivant
act-line-start = début
act-line-end = fin
act-rub-left = effacer
act-rub-right = effacer à droite
act-rub-word = effacer le mot
act-rub-line = tout effacer
act-rub-tail = effacer la suite
act-undo-typing = annuler la frappe
act-redo-typing = refaire la frappe

## Actions : la phrase de l’écran d’aide

does-down = Va à la ligne suivante.
does-up = Va à la ligne précédente.
does-first = Va à la première ligne.
does-last = Va à la dernière ligne.
does-page-down = Descend d’une page.
does-page-up = Remonte d’une page.
does-half-down = Descend d’une demi-page.
does-half-up = Remonte d’une demi-page.
does-go-admins = Va aux administrateurs.
does-go-users = Va aux utilisateurs.
does-go-roles = Va aux rôles.
does-go-contacts = Va aux contacts.
does-go-tickets = Va aux tickets.
does-go-journal = Va au journal.
does-go-site = Va au site : vue d’ensemble, organisation, groupes, applications.
does-next-tab = Va à l’onglet suivant.
does-previous-tab = Va à l’onglet précédent.
does-my-account = Ouvre le menu de votre compte.
does-open = Entre dans la fiche à côté de la liste.
does-next-section = Va à la section suivante de la fiche.
does-previous-section = Va à la section précédente ; depuis la première, revient à la liste.
does-next-column = Va au rôle suivant, ou à l’autre ordre.
does-previous-column = Va au rôle précédent, ou à l’autre ordre.
does-show-password = Montre le mot de passe en cours de frappe, ou le cache de nouveau.
does-accept = Prend ce qui est choisi ou écrit.
does-next-field = Va au champ suivant.
does-previous-field = Va au champ précédent.
does-save = Prépare le formulaire et ouvre la revue.
does-back = Revient ; ne demande que si une saisie serait perdue.
does-filter = Filtre la liste à la frappe ; Échap efface le filtre.
does-views = Choisit une vue ou un filtre enregistré.
does-sort = Trie par une colonne : sa touche suit.
does-reverse-sort = Inverse l’ordre de la liste.
does-mark = Marque la ligne, ou retire sa marque.
does-mark-range = Marque d’ici jusqu’à la ligne où on appuie de nouveau.
does-mark-all = Marque tout ce qui correspond, affiché ou non.
does-mark-none = Retire toutes les marques.
does-toggle = Change l’autorisation : oui, non ou valeur suivante. Préparé jusqu’à l’application.
does-raise = Augmente la valeur d’un cran.
does-lower = Diminue la valeur d’un cran.
does-set-none = Met Aucun.
does-set-view = Met Consultation.
does-set-manage = Met Gestion.
does-toggle-from-list = Bascule une autorisation depuis la liste : sa marque suit.
does-new = Crée une fiche de cet onglet.
does-edit = Modifie la fiche dans un formulaire.
does-delete = Supprime la fiche, après avoir montré le plan.
does-disable = Désactive, avec un motif, ou réactive.
does-note = Écrit la remarque de la fiche.
does-copy = Copie la valeur dans le presse-papiers du terminal, si c’est permis.
does-import = Importe les fichiers d’un autre système.
does-import-file = Ajoute un fichier à l’import.
does-import-kind = Ne montre qu’un genre de lignes : refusées, réattribuées, nouvelles, etc.
does-import-encoding = Relit les fichiers dans l’encodage suivant.
does-import-delimiter = Relit les fichiers avec le séparateur suivant.
does-import-site = Choisit le site des nouveaux utilisateurs.
does-import-skip = Laisse de côté les lignes refusées, ou les laisse refuser tout l’import.
does-import-complete = Tient pour partis ceux que les fichiers n’ont pas, ou personne.
does-import-matches = Retient les correspondances seulement probables, ou les laisse.
does-import-unmatched = Fait des utilisateurs du portail ou des contacts de ceux sans correspondance, ou les laisse.
does-import-remove = Retire un fichier de l’import.
does-import-mapping = Dit quelle colonne d’une liste inconnue est quel champ.
does-map-column = Choisit le champ que contient la colonne.
does-map-use = Garde l’association sous un nom et lit le fichier avec elle.
does-map-nature = Fait des utilisateurs du téléphone, ou des personnes d’un annuaire.
does-map-header = Prend la première ligne pour les noms des colonnes, ou pour une fiche.
does-map-saved = Reprend une association qu’un import précédent a gardée.
does-export = Exporte ce que montre la liste.
does-edit-order = Modifie les ordres de communication, technique et financier : qui appeler, et quand.
does-move-down = Descend la ligne.
does-move-up = Monte la ligne.
does-move-last = Met la ligne à la fin.
does-move-first = Met la ligne en tête.
does-pick-up = Prend la ligne, ou la pose ici ; un nombre et Entrée l’envoient à ce rang.
does-add-to-order = Ajoute un contact à la fin, ou un membre.
does-take-out = Retire le contact de l’ordre, ou le membre du groupe.
does-review = Montre tout ce qui est préparé, en un seul plan.
does-apply = Applique le plan, tout ou rien.
does-send-request = L’envoie en demande au lieu de l’appliquer.
does-leave-out = Laisse celui-ci de côté, ou le reprend.
does-drop = Abandonne tout ce qui est préparé, après confirmation.
does-undo = Retire ce qui a été préparé en dernier, sinon annule votre dernier plan appliqué.
does-redo = Refait ce qui a été annulé.
does-why = Dit pas à pas pourquoi c’est ainsi, et ce qu’il faudrait changer.
does-who-can = Liste tous ceux qui l’ont, et par quoi.
does-history = Montre ce qui est arrivé à cette fiche.
does-compare = Compare les rôles : les différences seules, ou tout.
does-clone = Crée un rôle avec les valeurs de celui-ci.
does-matrix = Montre tous les rôles côte à côte.
does-take-ticket = Prend le ticket pour le traiter.
does-approve = Approuve le ticket : son plan est appliqué.
does-reject = Refuse le ticket, avec un motif.
does-comment = Ajoute un commentaire au ticket.
does-assign = Confie le ticket à un administrateur.
does-raise-priority = Rend le ticket plus urgent.
does-lower-priority = Rend le ticket moins urgent.
does-cancel-ticket = Retire un de vos propres tickets.
does-mark-active = Marque un utilisateur invité comme actif.
does-reset-password = Donne à l’administrateur un mot de passe temporaire, montré une fois.
does-unlock = Permet de nouveau la connexion après trop d’échecs.
does-move-admin = Déplace l’administrateur sous un autre.
does-transfer-ownership = Fait d’un administrateur actif le propriétaire à votre place.
does-sessions = Montre qui est connecté.
does-language = Passe à l’anglais, ou revient au français.
does-palette = Trouve toute action et toute fiche par son nom ; :w et :q aussi.
does-help = Montre les touches qui marchent ici ; la frappe les filtre.
does-redraw = Redessine l’écran.
does-lock = Verrouille la console jusqu’à votre prochaine connexion.
does-quit = Quitte guichet ; ce qui est préparé reste en brouillon.
does-suspend = Revient au shell jusqu’à ce qu’il rappelle guichet.
does-cursor-left = Déplace le curseur à gauche.
does-cursor-right = Déplace le curseur à droite.
does-word-left = Déplace le curseur au mot précédent.
does-word-right = Déplace le curseur au mot suivant.
does-line-start = Déplace le curseur au début.
does-line-end = Déplace le curseur à la fin.
does-rub-left = Efface le caractère avant le curseur.
does-rub-right = Efface le caractère sous le curseur.
does-rub-word = Efface le mot avant le curseur.
does-rub-line = Efface toute la ligne.
does-rub-tail = Efface du curseur à la fin.
does-undo-typing = Annule la dernière frappe.
does-redo-typing = Refait la frappe annulée.

## Marques d’une valeur dans une liste ou un tableau, courtes comme une colonne

mark-view = voir
mark-manage = GÉRER

## Cases : pourquoi une valeur est ce qu’elle est

cell-staged = préparé
cell-from-role = donné par le rôle
cell-by-hand = mis à la main ; le rôle donne { $role }
cell-held-back = limité par le parent : { $own } sans lui

## Formulaires et choix

form-required = Ce champ est requis.
form-leave = La saisie serait perdue. Échap encore quitte, toute autre touche reste.
form-unsaved = Pas enregistré :
form-discard = Abandonner
form-stay = Rester
form-save = Enregistrer
form-stage = Préparer seulement
form-cancel = Annuler
choice-ticks = Entrée ou Espace coche, Échap : terminé.
form-more = { $count } de plus en dessous
choice-none = Rien ne correspond. Effacez une lettre, ou Échap.

## Ordres de communication

order-edited = modifié, non appliqué
order-carried = pris, vers le rang { $rank }
order-was = était { $rank }
order-new = nouveau
order-empty = Personne n’est encore appelé. { $key } ajoute le premier contact.

## Revue d’un plan

review-title =
    { $asked ->
        [one] Revue : { $asked } modification demandée
       *[other] Revue : { $asked } modifications demandées
    }
review-title-more =
    { $asked ->
        [one] Revue : { $asked } modification demandée
       *[other] Revue : { $asked } modifications demandées
    }, { $more ->
        [one] { $more } vient d’elle-même
       *[other] { $more } viennent d’elles-mêmes
    }
review-nothing = Il ne reste rien à appliquer.

## Autour des volets

head-draft = brouillon : { $count }
too-small = guichet demande { $least } (ici { $now })
notice-lines = { $first } à { $last } sur { $all }

## Questions

confirm-keys = Entrée oui   Échap non
confirm-type = Écrivez { $name } pour confirmer :
confirm-wrong = Ce n’est pas le nom. Écrivez-le de nouveau, ou Échap.

## Palette et aide

palette-position = { $at } sur { $of }
palette-title = Actions et fiches
help-title = Touches qui marchent ici

## Avant la console

entrance-username = Nom d’utilisateur
entrance-password = Mot de passe
entrance-enter = Se connecter
entrance-locked-title = Verrouillée
entrance-locked = La console de { $username } est verrouillée. Ce qui est ouvert le reste derrière.
entrance-new-title = Nouveau mot de passe
entrance-new = Nouveau mot de passe
entrance-again = Le même, encore une fois
entrance-differs = Les deux diffèrent.
setup-title = Une nouvelle base
setup-intro = Cette base est nouvelle. Remplissez ce qu’elle demande ; tout peut être changé plus tard. Le mot de passe a au moins { $least } caractères ; une phrase convient.
setup-organisation = Organisation
setup-plan = Formule
setup-site-code = Code du premier site
setup-site-name = Nom de ce site
setup-username = Votre nom d’utilisateur
setup-email = Votre courriel
setup-go = Créer la base

## Plans

plan-effect = pour d’autres
plan-seats-by = { $seat } : { $by } places
plan-seats = { $seat } : { $before } > { $after } places
plan-seats-of = { $seat } : { $before } > { $after } places sur { $bought }
plan-password = { $username } reçoit un mot de passe temporaire, montré une fois.

## Formulaires des fiches

form-edit-role = Modifier le rôle
form-edit-group = Renommer le groupe
form-edit-workspace = Renommer l’espace de travail
form-edit-application = Modifier l’application
form-enable = Réactiver { $name }
form-new-ticket = Nouvelle demande, en mots
form-new-ticket-intro = Les droits se demandent là où ils sont affichés : préparez-les, puis r dans la revue. Ceci sert pour tout le reste.
form-number = Écrivez un nombre entier.
form-seats = Places : { $seat }

## L’éditeur des ordres de communication

orders-foot = Les questions techniques et financières suivent les ordres ; les avis de maintenance et les factures, non.
orders-add = Ajouter à { $list } : tapez un nom
orders-none = Aucun contact ne convient. n en crée un, dans Contacts.
