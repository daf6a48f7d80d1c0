"""The pages in a real browser, on four themes."""
