"""Use cases: one intent, one transaction, frozen rows out."""
