"""Where entries of a baseline have gone that no finding matches any more.

A file that is renamed and code that is moved keep their faults. They are recognised where the old place is gone and
exactly one new place has the same faults; where several have them, none is taken, so that nothing new is excused.
"""

from collections import defaultdict
from collections.abc import Mapping, Set
from itertools import takewhile

from sphinx_contracts.check.baseline import Entry

__all__ = ["moves_of"]


def moves_of(
    left: Mapping[Entry, int], new: Mapping[Entry, int], entries: Mapping[Entry, int], names: Set[tuple[str, str]]
) -> dict[Entry, Entry]:
    """Find the new names of entries.

    Args:
        left: Entries without a finding, and how often
        new: What findings are known by that no entry stands for, and how often
        entries: All entries of the baseline
        names: Every module, and every object of a module, that is there
    """
    moved: dict[Entry, Entry] = {}
    gone = {entry.module for entry in left if (entry.module, "") not in names}
    own = {entry.module for entry in entries}
    fresh = {entry.module for entry in new} - own
    for old, target in _pairs(gone, fresh, left, new):
        _take(moved, {entry: _in_module(entry, target) for entry in left if entry.module == old}, new)
    rest = {entry: times for entry, times in left.items() if entry not in moved}
    taken = set(moved.values())
    free = {entry: times for entry, times in new.items() if entry not in taken}
    _move_objects(moved, rest, free, entries, names)
    return moved


def _in_module(entry: Entry, module: str) -> Entry:
    return Entry(module, entry.object, entry.rule, entry.about)


def _take(moved: dict[Entry, Entry], wanted: Mapping[Entry, Entry], new: Mapping[Entry, int]) -> None:
    moved.update((old, entry) for old, entry in wanted.items() if entry in new)


def _pairs(
    gone: Set[str], fresh: Set[str], left: Mapping[Entry, int], new: Mapping[Entry, int]
) -> list[tuple[str, str]]:
    """Modules that are gone, each with the one that has taken its place."""
    by_old, by_new = _by_module(left), _by_module(new)
    chances = []
    for old in gone:
        for target in fresh:
            shared = by_old[old] & by_new[target]
            same = _same_name(old, target)
            # a module's own faults are those of many modules; they tell it from others with its name only
            told = same or any(name for name, _, _ in shared)
            if shared and told and _enough(len(shared), len(by_old[old]), len(by_new[target])):
                chances.append(((len(shared) * (2 if same else 1), _likeness(old, target)), old, target))
    return _unrivalled(chances)


def _by_module(entries: Mapping[Entry, int]) -> Mapping[str, set[tuple[str, str, str]]]:
    found: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for entry in entries:
        found[entry.module].add((entry.object, entry.rule, entry.about))
    return found


def _same_name(one: str, other: str) -> bool:
    return one.rpartition(".")[2] == other.rpartition(".")[2]


def _likeness(one: str, other: str) -> int:
    """How many parts two dotted names share at their ends."""
    parts, others = one.split("."), other.split(".")
    count = 0
    for ours, theirs in ((parts, others), (parts[::-1], others[::-1])):
        count += sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
    return count


def _enough(shared: int, old: int, new: int) -> bool:
    """Half of what was there, or half of what is there now: some faults may be mended or made on the way."""
    return 2 * shared >= min(old, new)


def _unrivalled(chances: list[tuple[tuple[int, int], str, str]]) -> list[tuple[str, str]]:
    """The best chances, as long as no other with one of their modules is as good."""
    pairs: list[tuple[str, str]] = []
    while chances:
        best = max(rank for rank, _, _ in chances)
        top = [(old, target) for rank, old, target in chances if rank == best]
        olds = [old for old, _ in top]
        targets = [target for _, target in top]
        pairs += [(old, target) for old, target in top if olds.count(old) == 1 and targets.count(target) == 1]
        # whoever has rivals gets nothing, and is no rival of those that come after
        chances = [item for item in chances if item[1] not in olds and item[2] not in targets]
    return pairs


def _move_objects(
    moved: dict[Entry, Entry],
    left: Mapping[Entry, int],
    new: Mapping[Entry, int],
    entries: Mapping[Entry, int],
    names: Set[tuple[str, str]],
) -> None:
    """Follow objects that have gone to another module under the same name."""
    own = {(entry.module, entry.object) for entry in entries}
    homes: defaultdict[str, set[str]] = defaultdict(set)  # object -> modules where it has faults that are not known
    faults: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for entry in new:
        faults[entry.module, entry.object].add((entry.rule, entry.about))
        if entry.object and (entry.module, entry.object) not in own:
            homes[entry.object].add(entry.module)
    gone: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for entry in left:
        if entry.object and (entry.module, entry.object) not in names:
            gone[entry.module, entry.object].add((entry.rule, entry.about))
    rivals: defaultdict[str, int] = defaultdict(int)
    for _, name in gone:
        rivals[name] += 1
    for (module, name), old in sorted(gone.items()):
        likely = [
            home
            for home in homes[name]
            if old & faults[home, name] and _enough(len(old & faults[home, name]), len(old), len(faults[home, name]))
        ]
        if len(likely) == 1 and rivals[name] == 1:
            _take(moved, {Entry(module, name, *key): Entry(likely[0], name, *key) for key in old}, new)
