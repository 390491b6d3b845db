### La fiche d’un utilisateur, section par section.

## Détails

user-extension = poste { $extension }
user-absent = absent du système téléphonique depuis { $at }
user-manual = créé à la main : portail seulement
user-email = ouvre le portail ; la même que chez le fournisseur d’identité
user-read-only = du système téléphonique
user-automatic = le fournisseur décide ; { $key } le demande

## Niveau de superviseur

capability-title = Ce que chaque niveau ouvre
capability-history = Rapports
capability-dashboards = Tableaux
capability-wallboards = Panneaux
capability-some = { $yes } (1)
capability-varies = (1) Ce qu’on y voit varie selon le niveau.
level-about-none = gère des utilisateurs sans voir de contenu
level-about-reports = rapports historiques, filtres, envois planifiés
level-about-analytics = avec tableaux de bord et panneaux muraux
level-about-live_analytics = avec les appels en cours
level-about-contact_centre = avec les agents et les files

## Licences

seats-left = reste { $left }
seats-beyond = plus que ce qui a été acheté
seats-draft = { $used } avec le brouillon
seats-draft-beyond = { $used } avec le brouillon, plus que ce qui a été acheté

## Clients

client-of = Téléphone logiciel : { $client }
client-pick = Espace choisit son appareil
client-incomplete = incomplet : son appareil a disparu
client-help = Le téléphone logiciel reçoit seul ses réglages SIP ; seuls NAT et audio se règlent sur le poste.
client-installers = Où trouver les clients : demandez à l’aide technique que l’organisation indique.
client-device = Appareil de { $client } pour { $name }
client-take = Aucun appareil : retirer { $client }
client-no-device = Aucun appareil ne convient.
device-webrtc = WebRTC
device-none = Le système téléphonique ne connaît aucun appareil de cet utilisateur.

## Groupes, espaces de travail, applications

user-primary = principal : les appels y comptent
user-primary-about = Espace rend un groupe principal, ou n’en laisse aucun ; on reste membre.
user-no-group = Dans aucun groupe.
user-groups-where = Les membres d’un groupe se changent dans le groupe, à l’onglet Site.
user-no-workspace = Il n’y a pas encore d’espace de travail.
user-no-application = Il n’y a pas encore d’application.
application-elsewhere = { $name } : géré ailleurs, montré seulement

## Ce qui se retire ensemble

combined-question = Ce que { $name } a en a besoin : { $held }. Tout retirer en un seul plan ?

## Remarques, copies, suppressions

form-note = Remarque sur { $name }
act-copy-rights = copier les droits
does-copy-rights = Donne à l’utilisateur ce qu’un autre a, après avoir montré les différences.
copy-whose = Copier à { $name } les droits de
copy-nobody = Personne ne convient.
copy-title = De { $from } à { $to }
copy-line = { $what } :  { $values }
copy-more = … et { $count } de plus
copy-left-out = Non copié : { $reason }
copy-question = Mettre cela au brouillon ?
copy-same = Il n’y a aucune différence.
delete-for-good = { $name } disparaît pour de bon : aucune annulation ne le rend.

## Les membres d’un groupe

members-title = Membres de { $name }
members-none = Personne encore. a ajoute quelqu’un.
members-add = Ajouter un membre
members-more = … et { $count } de plus : la liste des utilisateurs les trouve tous.
