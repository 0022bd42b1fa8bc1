"""What belongs in each field."""
