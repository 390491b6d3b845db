### Ce que dit la console.
