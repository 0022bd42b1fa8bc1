"""One script for each layout."""
