"""The user guide: the pages that the program and the README show."""
