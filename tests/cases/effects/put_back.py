"""global-state that is put back before the function ends is changed for nobody."""

_seen: dict[str, int] = {}


def exchanged() -> int:
    """Takes an empty one for the time of the call."""
    global _seen
    before, _seen = _seen, {}  # expect: may=global-state
    try:
        return len(_seen)
    finally:
        _seen = before  # expect: may=global-state


def kept_aside() -> int:
    """Keeps the old one aside."""
    global _seen
    before = _seen
    _seen = {}  # expect: may=global-state
    try:
        return len(_seen)
    finally:
        _seen = before  # expect: may=global-state


def exchanged_for_good() -> dict[str, int]:
    """Puts nothing back."""
    global _seen
    before, _seen = _seen, {}  # expect: effect=global-state; finding=side-effect-undocumented
    return before


def put_back_if_all_goes_well() -> int:
    """Puts it back only where nothing is raised."""
    global _seen
    before = _seen
    _seen = {}  # expect: effect=global-state; finding=side-effect-undocumented
    count = len(_seen)
    _seen = before  # expect: effect=global-state
    return count
