"""Files out: one content model, one module a format."""
