"""Modules of tests are left alone."""
