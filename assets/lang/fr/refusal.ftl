### Pourquoi une modification est refusée ou une case verrouillée ; les identifiants sont les codes, tirets pour points.
