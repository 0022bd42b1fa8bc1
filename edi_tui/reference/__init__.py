"""Reference data: frameworks and heading aliases, as files."""
