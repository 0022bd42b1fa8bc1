"""Typed forms."""
