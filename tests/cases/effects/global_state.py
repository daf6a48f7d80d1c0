"""global-state: a module's names and containers, changed by a function."""

from typing import cast

_count = 0
_cache: dict[str, int] = {}
_names = ["a"]
_seen = set()


def count() -> int:
    """Store to a name of the module."""
    global _count
    _count = _count + 1  # expect: effect=global-state; finding=side-effect-undocumented
    return _count


def count_on() -> None:
    """Store to a name of the module."""
    global _count
    _count += 1  # expect: effect=global-state; finding=side-effect-undocumented


def remember(key: str, value: int) -> None:
    """Change a container."""
    _cache[key] = value  # expect: effect=global-state; finding=side-effect-undocumented


def forget(key: str) -> None:
    """Change a container."""
    del _cache[key]  # expect: effect=global-state; finding=side-effect-undocumented


def register(name: str) -> None:
    """Change a container."""
    _names.append(name)  # expect: effect=global-state; finding=side-effect-undocumented


def see(name: str) -> None:
    """Change a container."""
    _seen.add(name)  # expect: effect=global-state; finding=side-effect-undocumented


def reset() -> None:
    """Change a container."""
    _cache.clear()  # expect: effect=global-state; finding=side-effect-undocumented


def read() -> int:
    """A name that is only read."""
    global _count
    return _count


def look_up(key: str) -> int | None:
    """A container that is only read."""
    return _cache.get(key, len(_names) + _names.count(key) + _names.index("a"))


def local_container(key: str) -> dict[str, int]:
    """A local container of the same name."""
    _cache = {}
    _cache[key] = 1
    return _cache


def local_name() -> int:
    """A local name of the same name."""
    _count = 1
    _count += 1
    return _count


def copied(name: str) -> list[str]:
    """A copy is not the container."""
    names = list(_names)
    names.append(name)
    return names


def given(_names: list[str]) -> None:
    """A parameter of the same name."""
    _names.append("x")  # expect: effect=argument-mutation


def narrow() -> int:
    """Tell the type checker what the name holds."""
    global _count
    _count = cast(int, _count)
    return _count


def narrow_another(count: object) -> int:
    """Store what another name holds."""
    global _count
    _count = cast(int, count)  # expect: effect=global-state; finding=side-effect-undocumented
    return _count
