### La vue d’ensemble : demandes et licences en chiffres

overview-waiting = Demandes en attente : { $count }
overview-waiting-own = Vos demandes en attente : { $count }
overview-age-0 = moins d’un jour
overview-age-1 = 1 à 3 jours
overview-age-2 = 3 à 7 jours
overview-age-3 = plus de 7 jours
# Chaque lettre d’une barre représente des demandes d’un type.
overview-letter-new_user = N
overview-letter-change_rights = D
overview-letter-deactivate = R
overview-letter-other = A
overview-none-waits = Aucune n’attend.
overview-decided = Traitées en { $weeks } semaines : { $count }
overview-decided-median = Traitées en { $weeks } semaines : { $count }, la moitié en { $span }
overview-this-week = cette semaine
overview-seats-all-sites = Elles sont comptées sur tous les sites, dont vous avez une partie.
