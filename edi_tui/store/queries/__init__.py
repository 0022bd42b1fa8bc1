"""Lists: each one SELECT into frozen rows, apart from the write model."""
