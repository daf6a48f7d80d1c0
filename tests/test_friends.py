"""Friends are compared with what is kept of them; the packages themselves are tried outside these tests."""

import json
import zipfile
from pathlib import Path

import pytest

from benchmarks import packages
from benchmarks.friends.__main__ import SUMMARIES, judged
from benchmarks.friends.friend import FRIENDS, STANDARD_LIBRARY, Code, Friend
from benchmarks.friends.summary import digest_of
from benchmarks.friends.trial import Outcome, tried
from benchmarks.packages import Package, unpacked, unpacked_wheel
from tests.sites.site import FAULTY, GOOD

CODE = Friend(Package("some-code", "1.0", "core"), "Google style")


@pytest.fixture
def code(tmp_path: Path) -> Code:
    """A package with a good and a faulty module."""
    folder = tmp_path / "core"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "good.py").write_text(GOOD, encoding="utf-8")
    (folder / "faulty.py").write_text(FAULTY, encoding="utf-8")
    return Code(folder, "12ab")


def test_there_are_twelve_friends_and_a_summary_of_each() -> None:
    names = [friend.name for friend in FRIENDS]
    assert len(set(names)) == len(names) >= 12
    assert sum(friend.has_site for friend in FRIENDS) >= 6
    kept = {path.stem for path in SUMMARIES.iterdir()}
    assert {name for name in names if name != "python"} == {name for name in kept if not name.startswith("python-")}
    assert any(name.startswith("python-3.") for name in kept)


def test_a_change_of_behaviour_is_a_difference(code: Code, tmp_path: Path) -> None:
    outcome = tried(CODE, code, tmp_path / "first")
    assert outcome.faults == []
    assert "finding: error docstring-missing 1\n" in outcome.summary
    assert "effect: file-write documented 1\n" in outcome.summary
    assert judged(CODE, outcome, tmp_path) == ["  NEW   no summary is kept; --write writes some-code.txt"]
    assert judged(CODE, outcome, tmp_path, write=True) == judged(CODE, outcome, tmp_path) == []
    (code.source / "faulty.py").write_text(GOOD, encoding="utf-8")
    [problem] = judged(CODE, tried(CODE, code, tmp_path / "second"), tmp_path)
    assert "-finding: error docstring-missing 1" in problem
    other = Outcome(summary=outcome.summary.replace("made with Python 3.", "made with Python 4.") + "more 1\n")
    assert judged(CODE, other, tmp_path) == []
    [problem] = judged(CODE, tried(CODE, Code(code.source, "34cd"), tmp_path / "third"), tmp_path)
    assert "the index gave other code" in problem


def test_another_build_of_python_is_no_difference(tmp_path: Path) -> None:
    (tmp_path / f"{STANDARD_LIBRARY.key}.txt").write_text("python\ncode sha256:12\nscore 1.00\n", encoding="utf-8")
    same, other = (Outcome(summary=f"python\ncode sha256:{digest}\nscore 2.00\n") for digest in ("12", "34"))
    assert judged(STANDARD_LIBRARY, other, tmp_path) == []
    assert "+score 2.00" in judged(STANDARD_LIBRARY, same, tmp_path)[0]
    assert digest_of(other.summary) == "34"


def test_whatever_is_printed_to_stderr_is_a_fault(code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noisy = tmp_path / "noisy" / "sphinx_contracts"
    noisy.mkdir(parents=True)
    (noisy / "__init__.py").touch()
    model = {"modules": [], "findings": [], "summary": {"modules": 0, "score": 0.0, "findings": {}}}
    (noisy / "__main__.py").write_text(
        f"import sys\nprint('warning', file=sys.stderr)\nprint({json.dumps(json.dumps(model))})\n", encoding="utf-8"
    )
    monkeypatch.setenv("PYTHONPATH", str(noisy.parent))
    faults = tried(CODE, code, tmp_path / "work").faults
    assert faults[:3] == [f"{name}: says on stderr: warning" for name in ("check", "check again", "export")]
    assert faults[3:] == ["check: finds no module"]


def test_a_command_that_crashes_is_a_fault(code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken" / "sphinx_contracts"
    broken.mkdir(parents=True)
    (broken / "__init__.py").touch()
    (broken / "__main__.py").write_text("raise SystemExit(2)\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(broken.parent))
    outcome = tried(CODE, code, tmp_path / "work")
    assert outcome.summary == ""
    assert [text.partition(":")[0] for text in outcome.faults] == ["check", "check again", "export"]


def test_what_was_unpacked_in_part_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "download" / "sample-1-py3-none-any.whl"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("sample/a.py", "")
        file.writestr("sample/b.py", "")
    monkeypatch.setattr(packages, "_download", lambda *given: archive)
    extract = zipfile.ZipFile.extractall

    def killed(self: zipfile.ZipFile, path: Path) -> None:
        self.extract("sample/a.py", path)
        raise KeyboardInterrupt

    monkeypatch.setattr(zipfile.ZipFile, "extractall", killed)
    with pytest.raises(KeyboardInterrupt):
        unpacked_wheel(Package("sample", "1", "sample"), tmp_path)
    assert unpacked(tmp_path) is None
    monkeypatch.setattr(zipfile.ZipFile, "extractall", extract)
    root = unpacked_wheel(Package("sample", "1", "sample"), tmp_path)
    assert sorted(path.name for path in (root / "sample").iterdir()) == ["a.py", "b.py"]
    assert unpacked(tmp_path) == root
