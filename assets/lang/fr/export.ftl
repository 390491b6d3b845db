### Les exports depuis la console, et ce qui prend du temps.

work-done = { $done } faits
work-done-of = { $done } sur { $total }
work-stopping = Arrêt en cours…
work-keys = Échap arrête tout : rien n’en reste.

export-title = Exporter
export-what = Quoi
export-what-shown = la liste telle qu’elle est filtrée
export-what-all = la liste entière
export-what-rights = le registre des droits : qui détient quoi
export-format = Comment
export-format-csv = CSV, sans danger dans un tableur
export-format-raw = CSV tel quel, pour les machines
export-format-json = JSON
export-format-page = une page à imprimer (le registre)
export-file = Fichier
export-go = Exporter
export-about = Un nouveau fichier, pour vous seul ; rien n’est remplacé. Un nom seul va dans { $folder }.
export-about-kiosk = Un nouveau fichier dans le répertoire des exports : un nom de lettres, de chiffres, « . », « _ » et « - ». Rien n’est remplacé.
export-under-way = Export en cours
export-done =
    { $count ->
        [one] { $count } fiche écrite dans { $file }.
       *[other] { $count } fiches écrites dans { $file }.
    }
