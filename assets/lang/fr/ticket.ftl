# Les contacts, leurs ordres et les demandes : ce que disent leurs écrans.
form-contact-intro = Un courriel par ligne. Téléphones : genre: numéro. Adresses : rue; ville; région; code postal; pays.
view-mine = À moi
view-unassigned = À personne encore
view-waiting = Tout ce qui attend
view-all = Tout
view-done = Tranchées
view-sent = Mes tickets : envoyés par moi
views-title = Vues
views-none = Aucune vue de ce nom. / filtre à la main.
assign-title = Confier la demande #{ $number } à
assign-none = Personne de ce nom à votre portée ne peut la trancher.
assign-title-marked = Confier { $count } demandes à
form-reject-marked = Refuser { $count } demandes, toutes pour
priority-title = Priorité de { $count } demandes
tickets-reopened = { $count } demandes sont rouvertes (entrée { $entry }).
reject-typed = tel que tapé
reject-lately = donné récemment
reject-none = Tapez le motif ; l’auteur le verra.
ticket-with = Pris par
ticket-opened = Envoyée le { $at }
ticket-no-journal = Le reste est dans le journal, que vous ne pouvez pas voir.
ticket-reopened = La demande #{ $number } est rouverte (entrée { $entry }).
section-history = Historique
form-ask-user = Demander un nouvel utilisateur
form-ask-user-intro = Une seule demande ; l’utilisateur est créé quand elle est approuvée.
ask-title = Ce qui est demandé
ask-none = Aucune demande de ce genre. Le reste se demande en toutes lettres.
ask-about-new_user = noms, courriel, fonction, applications
ask-about-change_rights = chez l’utilisateur : cocher les droits, puis w
ask-about-deactivate = chez l’utilisateur : D, avec un motif
ask-about-other = en toutes lettres
ask-hint-change_rights = Ouvrez l’utilisateur (Entrée), cochez les droits avec Espace, puis w les envoie comme demande.
ask-hint-deactivate = Choisissez l’utilisateur, puis D : le motif est demandé, et w envoie la demande.
form-send-intro = Demandé : { $kinds }. Rien ne change avant l’approbation.
form-send =
    { $count ->
        [one] Envoyer comme demande
       *[other] Envoyer en { $count } demandes
    }
order-theirs = { $list }, enregistré entre-temps : { $names }
order-yours = { $list }, préparé par vous : { $names }
