"""What the register has to say about its records, rule by rule."""
