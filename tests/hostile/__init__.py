"""Input that breaks tools which read source code: every row of one table, with its outcome."""
