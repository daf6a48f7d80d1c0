"""Generated code of any size, in shapes that might cost more than their size.

Key Components:
    - SHAPES: name of a shape to what makes its files
    - write: writes a package of a shape

Usage:
    from pathlib import Path

    from benchmarks.generated import write

    write("many files", 100, Path("sample"))
"""

from collections.abc import Callable
from pathlib import Path

__all__ = ["SHAPES", "write"]

_FUNCTION = '''
def save{number}(path: str, count: int = 0) -> int:
    """Save something.

    Args:
        path: Where to
        count: How often

    Returns:
        How often

    Raises:
        ValueError: If the count is negative
    """
    if count < 0:
        raise ValueError(count)
    with open(path, "w") as file:
        file.write(str(count))
    return {call}
'''


def _function(number: int, call: str = "count") -> str:
    return _FUNCTION.format(number=number, call=call)


def _many_files(size: int) -> dict[str, str]:
    head = '"""A module."""\n\nfrom sample import m{next}\n'
    return {
        f"m{number}": head.format(next=(number + 1) % size)
        + "".join(_function(item, f"m{(number + 1) % size}.save{item}(path, count)") for item in range(5))
        for number in range(size)
    }


def _long_file(size: int) -> dict[str, str]:
    return {"m": "".join(_function(number) for number in range(5 * size))}


def _call_chain(size: int) -> dict[str, str]:
    links = (f"def f{number}():\n    f{number + 1}()\n\n" for number in range(5 * size))
    return {"m": "".join(links) + f"def f{5 * size}():\n    open('x', 'w')\n    raise ValueError\n"}


def _call_graph(size: int) -> dict[str, str]:
    count = 5 * size
    called = ((number, [(number * 7 + step * 13) % count for step in range(10)]) for number in range(count))
    bodies = (f"def f{number}():\n" + "".join(f"    f{item}()\n" for item in items) for number, items in called)
    return {"m": "".join(bodies) + "def g():\n    open('x', 'w')\n    raise ValueError\n\nf0 = g\n"}


def _one_for_all(size: int) -> dict[str, str]:
    count = 5 * size
    callers = "".join(f"def f{number}():\n    g()\n\n" for number in range(count))
    return {
        "m": callers + "def g():\n" + "".join(f"    f{number}()\n" for number in range(count)) + "    open('x', 'w')\n"
    }


def _hierarchy(size: int) -> dict[str, str]:
    classes = (
        f'class C{number}({f"C{number - 1}" if number else "Exception"}):\n    """A class."""\n\n'
        f'    def run(self):\n        """Run."""\n        self.value{number} = 1\n        raise C{number // 2}\n\n'
        for number in range(size)
    )
    return {"m": "".join(classes)}


def _long_body(size: int) -> dict[str, str]:
    parts = (
        f"    try:\n        v{number} = open(path) if {number} else v{max(number - 1, 0)}\n        v{number}.read()\n"
        f"    except OSError as error:\n        raise ValueError({number}) from error\n"
        for number in range(5 * size)
    )
    return {"m": 'def f(path):\n    """Do."""\n    v0 = path\n' + "".join(parts)}


def _long_docstring(size: int) -> dict[str, str]:
    count = 20 * size
    entries = "".join(f"        p{number}: The value of {number}, see `p{number}`\n" for number in range(count))
    names = ", ".join(f"p{number}" for number in range(count))
    return {"m": f'def f({names}):\n    """Do.\n\n    Args:\n{entries}    """\n'}


def _reexports(size: int) -> dict[str, str]:
    modules = {f"m{number}": f"from sample.m{number + 1} import *\n" for number in range(size)}
    return modules | {f"m{size}": "".join(_function(number) for number in range(10))}


SHAPES: dict[str, Callable[[int], dict[str, str]]] = {
    "many files": _many_files,
    "one long file": _long_file,
    "a chain of calls": _call_chain,
    "a graph of calls": _call_graph,
    "one calls all call one": _one_for_all,
    "a chain of base classes": _hierarchy,
    "one long body": _long_body,
    "one long docstring": _long_docstring,
    "a chain of re-exports": _reexports,
}


def write(shape: str, size: int, folder: Path) -> None:
    """Write a package of a shape.

    Args:
        shape: A key of ``SHAPES``
        size: How much of it
        folder: The package's folder, named "sample"

    Side Effects:
        - Makes the folder and writes modules into it

    Example:
        write("many files", 100, Path("sample"))
    """
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("", "utf-8")
    for name, text in SHAPES[shape](size).items():
        (folder / f"{name}.py").write_text(text, "utf-8")
