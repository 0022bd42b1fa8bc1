"""The terminal program."""

import os

os.environ.setdefault("TEXTUAL_FPS", "120")
# Read by Textual when it is imported. Its own 60 lets up to two frames pass between the letter that
# is typed and what it finds.
