"""What every place, form and state looks like, kept as text and compared.

Run `python -m tests.tui.snapshots` to take all pictures again, or name the walks to take.
"""
