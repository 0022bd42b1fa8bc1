"""Files in: a grid of cells, mapped to drafts, previewed, then stored."""
