from collections import Counter


def count_words(text: str, top=None):
    if top is not None and top < 1:
        raise ValueError("top must be >= 1")
    return Counter(text.lower().split()).most_common(top)
