"""The baseline: what a fault is known by, what survives which change, and how the file is written."""

import random
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_contracts.check.baseline import Baseline, Entry, changed, entry_of, parsed
from sphinx_contracts.check.comparison import Comparison, compared, to_keep
from sphinx_contracts.config import ConfigurationError
from tests.rules.checking import checked

TRAIN = '''"""Train models.

Models are trained one after the other.

Key Components:
    - Engine: trains

Usage:
    import core.train
"""

import os


class Engine:
    def run(self, path, times=1):
        if times < 1:
            raise ValueError("times")
        os.remove(path)
        return path


def main(name):
    """Do it.

    Raises:
        KeyError:
    """
    if not name:
        raise ValueError(name)
    os.remove(name)
'''
FILES = {"core/__init__.py": "", "core/train.py": TRAIN}


def baseline_of(files: Mapping[str, str], **settings: Any) -> Baseline:
    return changed(Baseline(), added=to_keep(checked(files, **settings).findings))


def held(before: Mapping[str, str], after: Mapping[str, str], **settings: Any) -> Comparison:
    """What becomes of the baseline of one state of the sources in another one."""
    now = checked(after, **settings)
    return compared(now.findings, baseline_of(before), lambda: now.project)


def standing(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (item.object, item.rule) for item in comparison.findings if item.severity == "error" and not item.suppressed
    ]


def lines(baseline: Baseline) -> list[str]:
    return [line for line in baseline.text.split("\n") if line and not line.startswith("#")]


def test_the_lines_of_a_file() -> None:
    assert lines(baseline_of(FILES)) == [
        "core.train:Engine class-docstring-missing",
        "core.train:Engine.run docstring-missing",
        "core.train:Engine.run param-untyped path",
        "core.train:Engine.run param-untyped times",
        "core.train:Engine.run return-untyped",
        "core.train:main exception-condition-missing KeyError",
        "core.train:main exception-undocumented ValueError",
        "core.train:main param-undocumented name",
        "core.train:main param-untyped name",
        "core.train:main return-untyped",
        "core.train:main side-effect-undocumented file-write",
    ]


def test_nothing_in_it_depends_on_positions_or_paths() -> None:
    text = baseline_of(FILES).text
    moved = {"core/__init__.py": "", "core/train.py": f"# a line\n\n\n{TRAIN}"}
    assert baseline_of(moved).text == text
    assert "/" not in text.replace("sphinx-contracts", "")


def test_what_is_known_is_a_note() -> None:
    found = held(FILES, FILES)
    assert standing(found) == []
    assert found.known == 11
    assert {(item.severity, item.suppressed) for item in found.findings if item.suppressed} == {("note", "baseline")}
    assert (dict(found.fixed), dict(found.moved)) == ({}, {})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("import os\n", "# more\nimport os\nimport sys\n\nLIMIT = 3\n"),
        (
            "def main(name):",
            "def first() -> None:\n    '''Do.\n\n    Example:\n        first()\n    '''\n\n\ndef main(name):",
        ),
        ("    os.remove(name)", "    path = name\n    os.unlink(path)"),
        ('raise ValueError("times")', "raise ValueError(f'{times} is too few')"),
        ("class Engine:", "class Engine(object):"),
    ],
)
def test_edits_around_a_fault_leave_it_known(old: str, new: str) -> None:
    assert old in TRAIN
    found = held(FILES, {**FILES, "core/train.py": TRAIN.replace(old, new, 1)})
    assert standing(found) == []
    assert dict(found.fixed) == {}


def test_code_that_moves_within_a_file_stays_known() -> None:
    head, _, main = TRAIN.partition("def main")
    docs, _, engine = head.partition("class Engine")
    found = held(FILES, {**FILES, "core/train.py": f"{docs}def main{main}\n\nclass Engine{engine}"})
    assert standing(found) == []


def test_a_new_fault_stands_beside_old_ones() -> None:
    found = held(FILES, {**FILES, "core/train.py": TRAIN.replace("def main(name):", "def main(name, more):")})
    assert standing(found) == [("core.train.main", "param-undocumented"), ("core.train.main", "param-untyped")]
    assert dict(found.fixed) == {}


def test_what_is_fixed_is_told_and_only_that_is_taken_away() -> None:
    found = held(FILES, {**FILES, "core/train.py": TRAIN.replace("def main(name):", "def main(name: str) -> None:")})
    assert dict(found.fixed) == {
        Entry("core.train", "main", "param-untyped", "name"): 1,
        Entry("core.train", "main", "return-untyped"): 1,
    }
    after = changed(found.baseline, fixed=found.fixed)
    assert [line for line in lines(found.baseline) if line not in lines(after)] == [
        "core.train:main param-untyped name",
        "core.train:main return-untyped",
    ]


TWICE = '''"""Examples."""


def twice() -> None:
    """Do it.

    Example:
        one(

    Example:
        two(
    """
'''


def test_faults_that_nothing_tells_apart_are_counted() -> None:
    files = {"core/twice.py": TWICE}
    before = baseline_of(files)
    assert "core.twice:twice example-syntax *2" in lines(before)
    third = TWICE.replace('    """\n', '\n    Example:\n        three(\n    """\n')
    more = held(files, {"core/twice.py": third})
    assert standing(more) == [("core.twice.twice", "example-syntax")]
    fewer = held(files, {"core/twice.py": TWICE.replace("two(", "two()")})
    assert standing(fewer) == []
    assert dict(fewer.fixed) == {Entry("core.twice", "twice", "example-syntax"): 1}
    assert "core.twice:twice example-syntax" in lines(changed(fewer.baseline, fixed=fewer.fixed))


def test_the_way_in_which_an_exception_is_imported_does_not_matter() -> None:
    before = TRAIN.replace("import os\n", "import json\nimport os\n").replace(
        "raise ValueError(name)", "raise json.JSONDecodeError(name, '', 0)"
    )
    after = before.replace("import json\n", "from json import JSONDecodeError\n").replace("json.JSON", "JSON")
    assert "core.train:main exception-undocumented JSONDecodeError" in lines(baseline_of({"core/train.py": before}))
    assert standing(held({"core/train.py": before}, {"core/train.py": after})) == []


# a missing docstring stands for all that it would say

PARTLY = TRAIN.replace(
    "    def run(self, path, times=1):\n", '    def run(self, path, times=1):\n        """Run it."""\n'
)


def test_a_part_of_a_docstring_makes_nothing_worse() -> None:
    found = held(FILES, {**FILES, "core/train.py": PARTLY})
    assert standing(found) == []
    assert dict(found.fixed) == {}
    rules = {item.rule for item in found.findings if item.object == "core.train.Engine.run"}
    assert {"param-undocumented", "returns-undocumented", "example-missing", "side-effect-undocumented"} <= rules


def test_a_whole_docstring_fixes_it() -> None:
    whole = PARTLY.replace(
        '"""Run it."""',
        '"""Run it.\n\n        Args:\n            path: A\n            times: B\n\n        Returns:\n            C\n\n'
        "        Raises:\n            ValueError: If\n\n        Side Effects:\n            - Removes the file\n\n"
        '        Example:\n            run()\n        """',
    )
    found = held(FILES, {**FILES, "core/train.py": whole})
    assert (standing(found), dict(found.fixed)) == ([], {Entry("core.train", "Engine.run", "docstring-missing"): 1})


def test_a_docstring_that_is_wrong_is_worse_than_none() -> None:
    wrong = PARTLY.replace('"""Run it."""', '"""Run it.\n\n        Raises:\n            None\n        """')
    assert ("core.train.Engine.run", "raises-contradicted") in standing(held(FILES, {**FILES, "core/train.py": wrong}))


def test_a_missing_docstring_of_a_class_covers_its_attributes_but_not_its_methods() -> None:
    source = TRAIN.replace(
        "class Engine:\n", "class Engine:\n    def __init__(self, size: int):\n        self.size = size\n\n"
    )
    files = {"core/train.py": source}
    partly = source.replace("class Engine:\n", 'class Engine:\n    """An engine."""\n\n')
    found = held(files, {"core/train.py": partly})
    assert standing(found) == []
    rules = {(item.object, item.rule) for item in found.findings if item.suppressed == "baseline"}
    assert ("core.train.Engine.size", "class-attribute-undocumented") in rules
    more = partly.replace("def main(", 'def more():\n    """More."""\n\n\ndef main(')
    assert ("core.train.more", "example-missing") in standing(held(files, {"core/train.py": more}))


# moves


def test_a_renamed_module_keeps_its_faults() -> None:
    found = held(FILES, {"core/__init__.py": "", "core/training.py": TRAIN})
    assert (standing(found), dict(found.fixed)) == ([], {})
    after = changed(found.baseline, moved=found.moved)
    assert lines(after) == [line.replace("core.train:", "core.training:") for line in lines(found.baseline)]
    assert after.text == baseline_of({"core/__init__.py": "", "core/training.py": TRAIN}).text


def test_a_renamed_package_keeps_its_faults() -> None:
    plugin = '"""A plug-in."""\n\n\ndef main():\n    pass\n'
    names = ("alpha", "beta", "gamma")
    before = {f"core/{name}.py": plugin for name in names}
    found = held(before, {f"kernel/{name}.py": plugin for name in names})
    assert (standing(found), dict(found.fixed)) == ([], {})
    assert {(old.module, new.module) for old, new in found.moved.items()} == {
        (f"core.{name}", f"kernel.{name}") for name in names
    }


def test_modules_with_the_same_names_in_several_folders_are_told_apart() -> None:
    texts = '"""Words."""\n'
    places = ("core.languages.de", "core.parser.languages.de")
    before = {f"{name.replace('.', '/')}.py": texts for name in places}
    found = held(before, {path.replace("core/", "kernel/"): texts for path in before})
    assert (standing(found), dict(found.fixed)) == ([], {})
    assert {(old.module, new.module) for old, new in found.moved.items()} == {
        (name, name.replace("core", "kernel")) for name in places
    }


def test_a_module_that_is_renamed_and_changed_keeps_what_is_left() -> None:
    after = TRAIN.replace("def main(name):", "def main(name: str, more):")
    found = held(FILES, {"core/__init__.py": "", "core/training.py": after})
    assert standing(found) == [("core.training.main", "param-undocumented"), ("core.training.main", "param-untyped")]
    assert dict(found.fixed) == {Entry("core.train", "main", "param-untyped", "name"): 1}


def test_a_new_module_beside_the_old_one_is_new() -> None:
    found = held(FILES, {**FILES, "core/training.py": TRAIN})
    assert len(standing(found)) == 11
    assert {name.split(".")[1] for name, _ in standing(found)} == {"training"}


def test_of_two_new_modules_with_the_same_faults_neither_is_excused() -> None:
    found = held(FILES, {"core/__init__.py": "", "core/one.py": TRAIN, "core/two.py": TRAIN})
    assert dict(found.moved) == {}
    assert len(standing(found)) == 22


def test_modules_alone_are_told_apart_by_name_only() -> None:
    bare = {"core/old.py": "X = 1\n"}
    assert standing(held(bare, {"core/new.py": "X = 1\n"})) == [("core.new", "module-docstring-missing")]
    assert standing(held(bare, {"kernel/old.py": "X = 1\n"})) == []


def test_a_function_that_goes_to_another_module_keeps_its_faults() -> None:
    head, _, main = TRAIN.partition("def main")
    other = '"""Start.\n\nIt starts.\n\nKey Components:\n    - main: starts\n\nUsage:\n    import core.start\n"""\nimport os\n\n\n'
    before = {**FILES, "core/start.py": other}
    found = held(before, {**FILES, "core/train.py": head, "core/start.py": f"{other}def main{main}"})
    assert (standing(found), dict(found.fixed)) == ([], {})
    assert {new.module for new in found.moved.values()} == {"core.start"}


def test_a_function_that_is_there_twice_now_is_new() -> None:
    _, _, main = TRAIN.partition("def main")
    found = held(FILES, {**FILES, "core/start.py": f'"""Start."""\nimport os\n\n\ndef main{main}'})
    assert {name for name, _ in standing(found)} == {"core.start", "core.start.main"}


def test_a_renamed_function_is_new() -> None:
    found = held(FILES, {**FILES, "core/train.py": TRAIN.replace("def main(", "def start(")})
    assert {name for name, _ in standing(found)} == {"core.train.start"}
    assert {entry.object for entry in found.fixed} == {"main"}


# what is not known is neither fixed nor moved


def test_nothing_of_a_module_that_cannot_be_parsed_is_fixed() -> None:
    found = held(FILES, {**FILES, "core/train.py": "def f(:\n"})
    assert (dict(found.fixed), standing(found)) == ({}, [("core.train", "source-unparsable")])


def test_nothing_that_a_private_module_may_hold_is_fixed() -> None:
    before = {
        "core/__init__.py": '"""Core."""\nfrom core._train import main\n\n__all__ = ["main"]\n',
        "core/_train.py": TRAIN,
    }
    assert any(line.startswith("core:main ") for line in lines(baseline_of(before)))
    found = held(before, {**before, "core/_train.py": "def f(:\n"})
    assert dict(found.fixed) == {}


def test_in_a_part_of_the_project_nothing_is_fixed() -> None:
    now = checked({"core/other.py": '"""Other."""\n'})
    found = compared(now.findings, baseline_of(FILES), lambda: now.project, is_partial=True)
    assert (dict(found.fixed), dict(found.moved)) == ({}, {})


def test_nothing_of_a_rule_that_is_not_installed_is_fixed() -> None:
    now = checked(FILES)
    foreign = parsed("core.train:main acme-own-rule\ncore.train:main yields-undocumented", "b")
    found = compared(now.findings, foreign, lambda: now.project)
    assert dict(found.fixed) == {Entry("core.train", "main", "yields-undocumented"): 1}


def test_a_comment_takes_the_place_of_an_entry() -> None:
    source = TRAIN.replace("def main(name):", "def main(name):  # contracts: ignore[return-untyped]")
    found = held(FILES, {**FILES, "core/train.py": source})
    assert dict(found.fixed) == {Entry("core.train", "main", "return-untyped"): 1}
    assert [item.suppressed for item in found.findings if item.rule == "return-untyped"] == ["baseline", "inline"]


def test_entries_stay_where_a_phase_or_a_severity_makes_notes_of_them() -> None:
    for settings in (
        {"rules": {"param-types": "note"}},
        {"rollout": [{"name": "1", "modules": ["x"], "enforce": True}]},
    ):
        assert dict(held(FILES, FILES, **settings).fixed) == {}
    phased = held(FILES, FILES, rollout=[{"name": "1", "modules": ["x"], "enforce": True}])
    assert {item.suppressed for item in phased.findings} == {"rollout"}


def test_only_what_stands_gets_into_a_baseline() -> None:
    phases = [{"name": "1", "modules": ["x"], "enforce": True}]
    assert lines(baseline_of(FILES, rollout=phases)) == []
    assert not any("param-untyped" in line for line in lines(baseline_of(FILES, rules={"param-untyped": "note"})))


# the file


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("core.train", "b.txt:1: is no entry of a baseline (MODULE:OBJECT RULE [WHICH] [*TIMES]): 'core.train'"),
        ("# fine\n\ncore:f param-untyped x y", "b.txt:3: is no entry"),
        ("core:f Param-untyped", "b.txt:1: is no entry"),
        ("core:f param-untyped x *0", "b.txt:1: is no entry"),
        ('core:f param-untyped "\\x"', "b.txt:1: holds a text in quotes that cannot be read"),
        (
            "<<<<<<< HEAD\ncore:f param-untyped x",
            "b.txt:1: a conflict of a merge is left; keep the lines of both sides",
        ),
        ("core:f param-untyped x\n=======", "b.txt:2: a conflict of a merge is left"),
        ("Some words about this project", "b.txt:1: is no entry"),
        ("\x1b[31m core:f", "b.txt:1: is no entry"),
    ],
)
def test_a_wrong_line_is_named(text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        parsed(text, "b.txt")
    assert str(error.value).startswith(said)
    assert "\n" not in str(error.value)
    assert "\x1b" not in str(error.value)


def test_comments_blank_lines_and_line_ends_do_not_matter() -> None:
    text = "# ours\r\n\r\n  core:f  param-untyped   x  # agreed\r\n\tcore:f return-untyped\r\n"
    assert parsed(text, "b.txt").entries == {
        Entry("core", "f", "param-untyped", "x"): 1,
        Entry("core", "f", "return-untyped"): 1,
    }
    assert parsed("", "b.txt").entries == parsed("\n\n", "b.txt").entries == {}


def test_comments_survive_every_change() -> None:
    text = (
        "# ours\n\n# until March\ncore:f param-untyped x *3  # agreed\ncore:f return-untyped\n\nmore:g return-untyped"
    )
    before = parsed(text, "b.txt")
    fixed = {Entry("core", "f", "param-untyped", "x"): 2, Entry("core", "f", "return-untyped"): 1}
    after = changed(before, fixed=fixed, added={Entry("core", "a", "return-untyped"): 1, Entry("new", "", "x-y"): 1})
    assert after.text == (
        "# ours\n\n# until March\ncore:a return-untyped\ncore:f param-untyped x  # agreed\n\n"
        "more:g return-untyped\n\nnew x-y"
    )


def test_a_line_that_a_merge_has_doubled_counts_once() -> None:
    merged = parsed(
        "core:f param-untyped x\ncore:f param-untyped x\ncore:f return-untyped *2\ncore:f return-untyped", "b"
    )
    assert merged.entries == {Entry("core", "f", "param-untyped", "x"): 1, Entry("core", "f", "return-untyped"): 2}
    assert lines(changed(merged)) == ["core:f param-untyped x", "core:f return-untyped *2"]


def test_an_entry_that_is_there_grows_in_its_place() -> None:
    before = parsed("core:f example-syntax\ncore:g example-syntax", "b")
    assert lines(changed(before, added={Entry("core", "f", "example-syntax"): 2})) == [
        "core:f example-syntax *3",
        "core:g example-syntax",
    ]


def test_modules_are_apart() -> None:
    entries = {Entry(module, "f", "return-untyped"): 1 for module in ("a", "b", "b.c")}
    body = changed(Baseline(), added=entries).text.partition("\n\n")[2]
    assert body == "a:f return-untyped\n\nb:f return-untyped\n\nb.c:f return-untyped"


names = st.text(max_size=12) | st.sampled_from(
    ["core", "*2", "#", '"', "a:b", "a b", "<<<<<<< x", "", "\u2028", "\ud800"]
)
entries = st.builds(
    Entry, names.filter(bool), names, st.sampled_from(["param-untyped", "example-syntax", "acme.own-rule"]), names
)


@given(st.dictionaries(entries, st.integers(1, 30), max_size=8))
def test_any_entries_can_be_written_and_read(counts: dict[Entry, int]) -> None:
    written = changed(Baseline(), added=counts)
    assert parsed(written.text, "b").entries == counts
    assert all(line.isprintable() for line in written.text.split("\n"))
    assert parsed(written.text, "b").text == written.text


@given(st.dictionaries(entries, st.integers(1, 3), max_size=8), st.randoms(use_true_random=False))
def test_adding_bit_by_bit_gives_the_same_file(counts: dict[Entry, int], order: random.Random) -> None:
    pieces = list(counts.items())
    order.shuffle(pieces)
    built = Baseline()
    for entry, times in pieces:
        built = changed(built, added={entry: times})
    assert built.text == changed(Baseline(), added=counts).text
    for entry, times in pieces:
        built = changed(built, fixed={entry: times})
    assert built.text == Baseline().text


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        parsed(text, "b")
    except ConfigurationError as error:
        assert "\n" not in str(error)


def test_a_fault_of_the_module_itself_has_no_object() -> None:
    [finding] = checked({"core/x.py": "def f(:\n"}).findings
    assert entry_of(finding) == Entry("core.x", "", "source-unparsable")
