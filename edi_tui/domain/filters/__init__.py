"""Filters of lists, as people type them: read, said back in words, completed and written."""
