"""A register of board EDI objectives, staff-network sponsorships and their evidence."""

__version__ = "0.1.0"
