### Ce que disent les imports ; les identifiants sont les codes, tirets pour points.

## Imports refusés en entier

import-no_file = Aucun fichier n’a été donné : en choisir au moins un.
import-stopped = La lecture a été arrêtée : rien n’a été importé.
import-file_too_large = { $file } dépasse { $limit } Mio : l’exporter en plusieurs parties.
import-texts_too_large = { $file } : un fichier de ce genre, ou un annuaire, est gardé en mémoire pendant sa lecture, et avec les fichiers précédents cela dépasse { $limit } Mio. Exportez-le en plusieurs parties, et importez-les l’une après l’autre.
import-file_unreadable = { $file } ne se lit pas ({ $reason }) : vérifier le fichier et les droits sur lui.
import-file_changed = { $file } a été modifié pendant la lecture : recommencer l’import quand il est complet.
import-file_empty = { $file } est vide : l’exporter de nouveau.
import-file_spreadsheet = { $file } est un classeur ou un document : l’enregistrer d’abord en CSV.
import-file_compressed = { $file } est compressé : le décompresser d’abord.
import-file_binary = { $file } n’est pas un fichier texte : l’exporter en texte ou en CSV.
import-undecodable = { $file } contient des octets sans signification en { $encoding } ({ $count } en tout, le premier à la position { $offset }) : choisir un autre encodage.
import-quote_unterminated = { $file } : le guillemet ouvert à la ligne { $line } n’est jamais fermé. Le fermer, ou exporter de nouveau le fichier.
import-header_unknown = { $file } : la première ligne n’est l’en-tête d’aucun format connu. Exporter le fichier avec son en-tête, choisir un autre séparateur, ou associer ses colonnes à la main (dans la console, ou par --mapping).
import-header_incomplete = { $file } est presque un fichier { $format }, sans : { $missing }. L’exporter avec ces colonnes.
import-mapping_unfit = { $file } n’a pas de colonne { $missing } qui puisse être lue, que nomme l’association : associer ses colonnes de nouveau.
import-header_control = { $file } : le nom de la colonne { $column } contient un caractère de contrôle. Le retirer de l’en-tête.
import-content_unknown = { $file } est du { $kind } d’un genre inconnu : exporter un autre format.
import-format_not_read = { $file } est reconnu comme { $format }, qui n’est pas encore lu : exporter un autre format.
import-inbound_routes = { $file } liste des routes entrantes, pas des personnes : exporter plutôt les postes.
import-trunk_list = { $file } liste des liaisons opérateur, pas des personnes : exporter plutôt les postes.
import-password_template = { $file } est un modèle de création de comptes et contient des mots de passe initiaux : exporter plutôt la liste des utilisateurs, et supprimer ce fichier.
import-too_many_records = { $file } a plus de { $limit } enregistrements : le diviser.
import-too_many_refused = Plus de { $limit } enregistrements ne peuvent pas être pris tels quels : vérifiez l’encodage, le séparateur et les colonnes, ou exportez de nouveau les fichiers.
import-too_many_columns = { $file } a { $count } colonnes et la limite est de { $limit } : en exporter moins, ou choisir un autre séparateur.
import-record_too_long = { $file } : l’enregistrement de la ligne { $line } dépasse { $limit } Kio. Chercher un guillemet ou une fin de ligne qui manque.
import-field_too_long = { $file } : à la ligne { $line }, « { $column } » dépasse { $limit } Kio. Raccourcir la valeur, ou chercher un guillemet qui manque.
import-malformed = { $file } : la ligne { $line } n’est pas du { $kind } bien formé. Exporter de nouveau le fichier.
import-doctype = { $file } déclare un type de document, qui n’est pas lu : retirer le DOCTYPE, ou exporter de nouveau le fichier.
import-too_deep = { $file } : à la ligne { $line }, plus de { $limit } niveaux sont imbriqués. Exporter un autre format.
import-json_key_twice = { $file } : à la ligne { $line }, la clé { $path } figure deux fois. Garder l’une des deux.
import-json_shape = { $file } : la valeur de { $path } n’est pas du genre que le format attend. Exporter de nouveau le fichier.
import-several_realms = { $file } : ces fichiers contiennent plusieurs royaumes ({ $realms }). En importer un à la fois.
import-ldif_changes = { $file } : la ligne { $line } demande une modification de l’annuaire. Exporter plutôt ses entrées.
import-ldif_url = { $file } : la valeur de la ligne { $line } se trouve dans un autre fichier, qui n’est jamais ouvert. Exporter les valeurs elles-mêmes.
import-record_unreadable = { $file } : l’enregistrement de la ligne { $line } ne se découpe pas en champs. Exporter de nouveau le fichier.
import-not_set_aside = Les lignes ne peuvent pas être mises de côté près de la base ({ $reason }) : libérer de la place, puis recommencer l’import.

## Enregistrements refusés

import-control_character = Caractère de contrôle { $character } : le retirer de la valeur.
import-direction_control = { $character } change le sens de l’écriture : le retirer de la valeur.
import-extension_missing = Le numéro de poste manque : le remplir, ou ignorer cet enregistrement.
import-extension_not_numeric = « { $value } » n’est pas un numéro de poste : n’écrire que des chiffres.
import-extension_scientific = « { $value } » était un numéro de poste avant qu’un tableur ne le change : exporter de nouveau le fichier, sans l’ouvrir dans un tableur.
import-extension_feature_code = « { $value } » est un code de service, pas le poste d’une personne : retirer cet enregistrement.
import-extension_too_long = « { $value } » a plus de { $limit } chiffres : corriger le numéro de poste.
import-name_missing = Le nom manque : le remplir, ou ignorer cet enregistrement.
import-contact_nameless = Ce contact n’a ni nom, ni organisation, ni adresse, ni numéro : en remplir un, ou ignorer cet enregistrement.
import-key_duplicate = « { $key } » est déjà à la ligne { $first_line } de { $first_file } : garder l’un des deux.
import-row_shifted = Cette ligne a { $found } champs au lieu de { $expected } et ses valeurs ne conviennent pas à leurs colonnes : mettre entre guillemets la valeur qui contient un séparateur.
import-section_too_large = { "[" }{ $section }] a plus de { $limit } réglages ou trop de modèles : la simplifier.
import-value_too_long = Plus de { $limit } caractères : raccourcir la valeur.
import-value_not_visible = La valeur a des caractères qui ne se voient pas : la saisir à nouveau.
import-ticket_untitled = Le ticket n’a pas de sujet : le remplir, ou ignorer cet enregistrement.
import-card_unclosed = Cette fiche commence ici et ne finit pas : l’exporter de nouveau, ou l’ignorer.
import-key_missing = Rien ne permet de reconnaître cet enregistrement : remplir un identifiant ou une adresse, ou l’ignorer.
import-not_as_exported = La liste n’est pas écrite comme guichet l’exporte : ses éléments sont joints par « ; », et un « ; » ou un « \ » à l’intérieur est précédé d’un « \ ». Exporter de nouveau, puis changer moins.
import-key_in_use = « { $key } » est déjà utilisé : demander à quelqu’un qui gère tous les sites.

## Ce qui mérite attention

import-header_duplicate = Deux colonnes portent ce nom : la première est lue. Vérifier que c’est la bonne.
import-fields_joined = Champs au-delà de l’en-tête : { $extra }, joints à la dernière colonne. Vérifier cette ligne.
import-invisible_dropped = Caractères invisibles retirés : { $count }. Rien à faire.
import-no_record = Le fichier a un en-tête et aucun enregistrement : vérifier l’export.
import-tech_unknown = La technologie « { $value } » est inconnue : l’appareil est gardé comme « custom ». Le vérifier.
import-email_not_an_address = Cette valeur n’est pas une adresse courriel et n’est pas reprise : la corriger dans le système téléphonique ou le carnet d’adresses.
import-email_unusable = { $value } est gardée mais ne permet pas de se connecter : donner une adresse complète avant l’accès au portail.
import-email_shared = { $value } est partagée par plusieurs utilisateurs (lignes { $lines }) : l’accès au portail demande une adresse à soi.
import-email_taken = { $value } est déjà l’adresse d’un autre utilisateur : l’accès au portail demande une adresse à soi.
import-emails_several = { $kept } est gardée parmi plusieurs adresses, sans { $others } : la changer à la main si ce n’est pas la bonne.
import-email_exchange = Une adresse interne d’Exchange n’est pas reprise : exporter le contact avec son adresse courriel.
import-name_formula = Le nom « { $value } » commence comme une formule : il est gardé comme texte. Le vérifier.
import-phone_scientific = « { $value } » était un numéro de téléphone avant qu’un tableur ne le change, et n’est pas repris : exporter de nouveau le fichier.
import-phone_letters = « { $value } » contient des lettres : il est gardé tel quel. Le vérifier.
import-extension_shared = { $value } est déjà le poste d’un autre : cet utilisateur est importé sans poste. En donner un à la main.
import-mailbox_not_found = La boîte vocale { $mailbox } de { $user } n’est pas dans le contexte « { $context } » : corriger le numéro, ou ajouter voicemail.conf à l’import.
import-mailbox_unlinked = La boîte vocale { $mailbox } du contexte « { $context } » n’appartient à aucun téléphone : elle n’est pas importée. Rien à faire si personne ne s’en sert.
import-queue_member_unknown = La file { $queue } nomme { $member }, qui n’est dans aucun fichier : ajouter le fichier qui contient ce téléphone.
import-trunk_skipped = { "[" }{ $section }] est une liaison opérateur, pas un utilisateur : elle n’est pas importée. Rien à faire.
import-section_doubtful = { "[" }{ $section }] n’a pas de numéro de poste et n’est pas importée : créer l’utilisateur à la main s’il s’agit d’une personne.
import-name_from_section = Aucun nom n’est écrit pour { $section } : le nom de la section est repris. En donner un dans le système téléphonique.
import-include_not_read = { $path } est inclus et n’a pas été lu : l’ajouter à l’import s’il contient des utilisateurs.
import-exec_not_run = Une commande se trouve ici et n’a pas été exécutée : ajouter son résultat à l’import comme fichier s’il contient des utilisateurs.
import-template_missing = { "[" }{ $section }] hérite de [{ $template }], qui n’est dans aucun fichier avant elle : ajouter le fichier qui le contient.
import-template_cycle = { "[" }{ $section }] hérite de modèles en boucle ou trop profonds : la suite est ignorée. Corriger les modèles.
import-append_missing = { "[" }{ $section }](+) complète une section qui n’est dans aucun fichier : ajouter le fichier qui la contient.
import-comment_unterminated = Le commentaire ouvert ici par ;-- n’est jamais fermé : la suite du fichier n’a pas été lue. Le fermer par --;
import-line_unreadable = Cette ligne n’est ni une section ni un réglage et a été ignorée : la corriger.
import-dialplan_not_read = Le fichier est un plan de numérotation et ne contient aucun utilisateur : rien n’en a été lu.
import-template_only = Lignes qui décrivent les colonnes et ne contiennent personne : { $count }. Rien à faire.
import-email_from_account = { $value } est le nom du compte : il est repris comme adresse, faute d’une autre. Le vérifier.
import-marked_for_deletion = Cette ligne demande une suppression : personne n’est supprimé. Désactiver l’utilisateur à la main s’il est parti.
import-members_unknown = Le groupe { $group } nomme des personnes qui ne sont dans aucun fichier ({ $count }) : ajouter le fichier qui les contient.
import-entries_skipped = Entrées qui ne sont ni des personnes ni des groupes : { $count }. Rien à faire.
import-pointers_unknown = Des groupes nomment des utilisateurs qui ne sont dans aucun fichier ({ $count }) : ajouter les fichiers qui les contiennent.
import-encoding_guessed = L’encodage de cette valeur n’est pas dit et a été deviné : vérifier ses lettres.
import-date_unreadable = « { $value } » n’est pas une date dans l’ordre de ce fichier : elle n’est pas reprise. La corriger là-bas.
import-ticket_unnumbered = Tickets sans numéro : { $count }. Ils sont créés une fois ; un fichier plus récent les crée de nouveau.
import-no_live_user = Le fichier n’a aucune section d’utilisateur active : vérifier que c’est le bon.
