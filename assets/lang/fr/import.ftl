### Ce que disent les importations.
