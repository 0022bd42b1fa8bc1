"""The keys of the program: one line for each, in the list of the place where it works."""
