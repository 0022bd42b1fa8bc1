"""The terminal program in a browser of this computer."""
