### What is wrong with a text that was typed or imported; the ids are the codes.

## Names and notes

name-empty = Nothing is written here.
name-too_long = Too long: the limit is { $max } characters.
name-control_character = Control character { $character } at line { $line }, column { $column }: take it out.
name-hidden_character = Hidden character { $character } at line { $line }, column { $column }: take it out.
name-nothing_visible = Nothing in this name can be seen.

## User names

username-length = A user name has 2 to 32 characters.
username-start = A user name starts with a letter from a to z.
username-character = A user name cannot have { $character }: only a to z, 0 to 9, dot, underscore and hyphen.
username-mixed_scripts = This user name mixes letters of several scripts: some look like others.

## Addresses, numbers and codes

email-format = Not an e-mail address: write it like name@example.org.
extension-format = An extension has 1 to 15 of 0 to 9, * and #, and does not start with *.
phone-format = Not a telephone number: write digits, with + ( ) - . or blanks between them.
code-format = A code has 1 to 16 of a to z, 0 to 9 and hyphen.

## Passwords

password-too_short = Too short: at least { $min } characters. A phrase of four or five words is easy to keep.
password-too_long = Too long: at most { $max } characters.
password-control_character = This password has a control character that could not be typed again.
password-common = Many people use this password, or one very close to it: it is among the first that are tried.
password-name = This password is nothing but a name: yours, a site’s or the program’s.
password-pattern = This password repeats itself or follows the keyboard: it is among the first that are tried.
