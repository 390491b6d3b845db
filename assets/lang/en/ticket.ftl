# Contacts, their orders, and the requests: what their screens say.
form-contact-intro = One e-mail on each line. Phones as kind: number. Addresses as street; town; region; postcode; country.
