"""Contracts as entries and blocks."""
