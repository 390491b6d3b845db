# Les contacts, leurs ordres et les demandes : ce que disent leurs écrans.
form-contact-intro = Un courriel par ligne. Téléphones : genre: numéro. Adresses : rue; ville; région; code postal; pays.
