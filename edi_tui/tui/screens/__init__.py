"""One screen per place."""
