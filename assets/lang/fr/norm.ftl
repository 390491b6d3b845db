### Ce qui ne va pas dans un texte tapé ou importé ; les identifiants sont les codes.

## Noms et notes

name-empty = Rien n’est écrit ici.
name-too_long = Trop long : la limite est de { $max } caractères.
name-control_character = Caractère de contrôle { $character } à la ligne { $line }, colonne { $column } : à retirer.
name-hidden_character = Caractère invisible { $character } à la ligne { $line }, colonne { $column } : à retirer.
name-nothing_visible = Rien n’est visible dans ce nom.

## Noms d’utilisateur

username-length = Un nom d’utilisateur a de 2 à 32 caractères.
username-start = Un nom d’utilisateur commence par une lettre de a à z.
username-character = Un nom d’utilisateur ne peut pas avoir { $character } : seulement a à z, 0 à 9, point, tiret bas et trait d’union.
username-mixed_scripts = Ce nom d’utilisateur mêle des lettres de plusieurs écritures : certaines en imitent d’autres.

## Adresses, numéros et codes

email-format = Pas un courriel : à écrire comme nom@exemple.org.
extension-format = Un numéro de poste a de 1 à 15 signes parmi 0 à 9, * et #, et ne commence pas par *.
phone-format = Pas un numéro de téléphone : écrire des chiffres, séparés par + ( ) - . ou des espaces.
code-format = Un code a de 1 à 16 signes parmi a à z, 0 à 9 et le trait d’union.

## Mots de passe

password-too_short = Trop court : au moins { $min } caractères. Une phrase de quatre ou cinq mots se retient bien.
password-too_long = Trop long : au plus { $max } caractères.
password-control_character = Ce mot de passe a un caractère de contrôle qu’on ne pourrait pas retaper.
password-common = Beaucoup de gens ont ce mot de passe ou presque : il est parmi les premiers essayés.
password-name = Ce mot de passe n’est qu’un nom : le vôtre, celui d’un site ou celui du programme.
password-pattern = Ce mot de passe se répète ou suit le clavier : il est parmi les premiers essayés.
