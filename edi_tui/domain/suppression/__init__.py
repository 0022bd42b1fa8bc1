"""Suppression of small numbers: what a publication must hide so that nobody can work it out.

`publication` says what is to be printed and how its numbers hang together, `suppress` decides what
to hide, `suppressed` holds the decision, and `wording` writes it down.

The promise: of every small count, readers who know all that was printed, now and before, can tell
no more than that it is below the threshold. It is kept by proof: a count stays hidden only when
other counts are found, whole and not negative, that print the same page with that count at 0, and
again with it just below the threshold. As long as one is missing, more is hidden.
"""

VERSION = 1
"""Counted up when other numbers of the same register would be hidden."""
