"""A script that has no public functions."""

LIMIT = 3


def _run() -> None:
    print(LIMIT)


if __name__ == "__main__":
    _run()
