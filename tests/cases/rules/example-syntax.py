"""Examples in Python parse."""


def fenced() -> None:
    """Count.

    Example:
        ```python
        #! fenced
        print("a"
        ```
    """


def directive() -> None:
    """Count.

    Example:
        .. code-block:: python

            x = 1
            #! directive
            y = = 2
    """


def prompt() -> None:
    """Count.

    Example:
        >>> x = 1
        #! prompt
        >>> for y in x
        ...     print(y)
        1
    """


def plain() -> None:
    """Count.

    Example:
        result = plain()
        #! plain
        if result.success
            print("done")
    """


def unclosed() -> None:
    """Count.

    Example:
        config = Config(
            rate=1,
        #! unclosed
        ]
    """


def fine() -> None:
    """Count.

    Example:
        with open("x") as file:
            for line in file:
                print(line)
    """


def left_out() -> None:
    """Count.

    Example:
        config = Config(...)
        other = Config(rate=1, ...)
        more = Config(..., rate=1)
        data = {"a": 1, ...}
        rows = [
            1,
            ...
        ]
        def run(self, ...):
            ...
        key = Config(key=<your key>)
        with config:
            # do something
        def stop(self):
    """


def awaited() -> None:
    """Count.

    Example:
        result = await run()
        async with session() as s:
            await s.run()
        return result
    """


def magic() -> None:
    """Count.

    Example:
        ```python
        %timeit run()
        !pip install this
        run?
        x = 1
        ```
    """


def session() -> None:
    """Count.

    Example:
        >>> def run():
        ...     return 1
        ...
        >>> run()
        1
        >>> run(
        ...     1
        ... )
        Traceback (most recent call last):
            ...
        TypeError: run() takes 0 positional arguments
        >>> print("a")
        a ... and more ... (
        ... and so on
    """


def prose() -> None:
    """Count.

    Example:
        returns True if x = 1 and y = 2

    Examples:
        First, make a counter:
        counter = Counter()
        counter.run()
        and then look at it
    """


def arrows() -> None:
    """Count.

    Example:
        integers().filter(lambda x: x >= 0) -> integers(min_value=0)
        integers().map(str) -> text()
    """


def shell() -> None:
    """Count.

    Example:
        python -m counter --fast
    """


def text() -> None:
    """Count.

    Example:
        ```text
        a = = b
        ```
    """


def python_2() -> None:
    """Count.

    Example:
        ```python
        #! python_2
        print "a"
        ```
    """


class Counter:
    """Counts.

    Example:
        ```python
        #! Counter
        Counter(
        ```
    """
