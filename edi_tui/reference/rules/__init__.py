"""The texts of the rules."""
