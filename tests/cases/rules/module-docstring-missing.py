#! example
# nothing but a comment
LIMIT = 3
