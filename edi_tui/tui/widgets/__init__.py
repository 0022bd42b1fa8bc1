"""Widgets that know one noun and no service."""
