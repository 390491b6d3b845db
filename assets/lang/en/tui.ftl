### What the console says.
