### What imports say.
