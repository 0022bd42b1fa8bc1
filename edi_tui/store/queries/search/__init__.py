"""Filters as one SQL condition, so that no list is ever read whole to be filtered."""
