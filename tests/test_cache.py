"""What earlier runs found out changes how long a run takes and nothing else."""

import errno
import os
import pickle
import zlib
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from sphinx_contracts import cache as cache_module
from sphinx_contracts import workers
from sphinx_contracts.cache import Cache, cache_folder, packed, unpacked
from sphinx_contracts.config import Settings, settings_from
from sphinx_contracts.model.code import Chain
from sphinx_contracts.project import Run, overview, run

FILES = {
    "core/__init__.py": "",
    "core/save.py": '"""Save."""\n\n\ndef save(path):\n    """Save."""\n    open(path, "w").write("")\n',
    "core/use.py": '"""Use."""\nfrom core.save import save\n\n\ndef use(path):\n    """Use."""\n    save(path)\n',
    "core/bad.py": "def f(:\n",
    "core/latin.py": "caf\xe9 = 1\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("latin-1"))
    return tmp_path


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache" / "x.cache")


def fresh(cache: Cache) -> Cache:
    """The same file, as another process sees it."""
    return Cache(cache.path)


SETTINGS = settings_from({"sources": ["core"]}, "test")


def done(root: Path, cache: Cache | None, settings: Settings = SETTINGS, **given: Any) -> Run:
    return run(settings, root, root, cache=cache, **given)


def parses(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is parsed from here on."""
    seen: list[bytes] = []
    original = workers.parse_source

    def counted(data: bytes) -> Any:
        seen.append(data)
        return original(data)

    monkeypatch.setattr(workers, "parse_source", counted)
    return seen


def test_cold_warm_and_no_cache_give_the_same(root: Path, cache: Cache) -> None:
    without = done(root, None)
    assert {item.rule for item in without.findings} > {
        "source-unparsable",
        "source-unreadable",
        "side-effect-undocumented",
    }
    assert done(root, cache) == without
    assert done(root, fresh(cache)) == without


def test_a_check_gives_the_findings_and_scores_of_a_run(root: Path, cache: Cache) -> None:
    without = done(root, None)
    for given in (None, cache, fresh(cache)):
        found = overview(SETTINGS, root, root, cache=given).outline
        assert found.findings == without.findings
        assert [(item.name, item.path, item.score, item.checklist) for item in found.project.modules] == [
            (item.name, item.path, item.score, item.checklist) for item in without.project.modules
        ]


def test_nothing_is_parsed_twice(root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    done(root, cache)
    seen = parses(monkeypatch)
    done(root, fresh(cache))
    assert seen == []


def test_one_changed_file_is_parsed_alone_and_its_callers_change_too(
    root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = done(root, cache)
    assert any(item.rule == "side-effect-propagated" and item.module == "core.use" for item in before.findings)
    (root / "core/save.py").write_text('"""Save."""\n\n\ndef save(path):\n    """Save."""\n')
    seen = parses(monkeypatch)
    after = done(root, fresh(cache))
    assert len(seen) == 1
    assert after == done(root, None)
    assert not any(item.rule == "side-effect-propagated" and item.module == "core.use" for item in after.findings)


@pytest.mark.parametrize(
    "values", [{"private": True}, {"effects": {"core.save.save": "none"}}, {"sections": {"Notes": "guarantees"}}]
)
def test_settings_that_matter_make_other_entries(
    root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch, values: dict[str, Any]
) -> None:
    done(root, cache)
    seen = parses(monkeypatch)
    changed = settings_from({"sources": ["core"], **values}, "test")
    assert done(root, fresh(cache), changed) == done(root, None, changed)
    assert seen


def test_settings_of_rules_need_no_new_analysis(root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    done(root, cache)
    seen = parses(monkeypatch)
    changed = settings_from({"sources": ["core"], "rules": {"example-missing": "off"}}, "test")
    result = done(root, fresh(cache), changed)
    assert seen == []
    assert result == done(root, None, changed)


def test_a_part_leaves_the_entries_of_the_rest(root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    done(root, cache)
    done(root, fresh(cache), sources=["core/use.py"])
    seen = parses(monkeypatch)
    done(root, fresh(cache))
    assert seen == []


def test_entries_of_files_that_are_gone_go(root: Path, cache: Cache) -> None:
    done(root, cache)
    size = cache.path.stat().st_size
    (root / "core/use.py").unlink()
    (root / "core/save.py").unlink()
    done(root, fresh(cache))
    assert cache.path.stat().st_size < size


def damages() -> list[Any]:
    return [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[: len(data) // 2], id="truncated"),
        pytest.param(lambda data: data[:30], id="truncated head"),
        pytest.param(lambda data: b"\0" * len(data), id="zeros"),
        pytest.param(lambda data: data.replace(b"cache 1", b"cache 0", 1), id="another version"),
        pytest.param(lambda data: data[:-2000] + bytes(255 - byte for byte in data[-2000:]), id="damaged end"),
        pytest.param(lambda data: data[:26] + b"9" * 20 + data[26:], id="damaged length"),
    ]


@pytest.mark.parametrize("damage", damages())
def test_a_damaged_file_costs_time_only(root: Path, cache: Cache, damage: Any) -> None:
    expected = done(root, cache)
    cache.path.write_bytes(damage(cache.path.read_bytes()))
    assert done(root, fresh(cache)) == expected
    assert done(root, fresh(cache)) == expected


class Evil:
    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, ("evil",)


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Evil()),
        b"csphinx_contracts.model.contract\ndataclass\n.",
        b"csphinx_contracts.source\nread_source\n.",
        b"csphinx_contracts.model.contract\n__builtins__\n.",
    ],
)
def test_an_entry_makes_nothing_but_records(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(pickle.UnpicklingError, match="no record of the model"):
        unpacked(zlib.compress(data))
    assert not Path("evil").exists()


def test_a_forged_entry_is_passed_over(cache: Cache) -> None:
    cache.put("a", "digest", zlib.compress(pickle.dumps(Evil())))
    cache.put("b", "digest", packed(Chain("x")))
    cache.save()
    other = fresh(cache)
    assert other.get("a", "digest") is None
    assert other.get("b", "digest") == Chain("x")
    assert other.get("b", "another digest") is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner here")
def test_a_file_of_somebody_else_is_not_read(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.put("a", "digest", packed(Chain("x")))
    cache.save()
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert fresh(cache).get("a", "digest") is None


def test_a_full_disk_leaves_nothing_half_done(root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = done(root, cache)
    before = cache.path.read_bytes()

    def full(self: Path, other: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (root / "core/use.py").write_text('"""Changed."""\n')
    monkeypatch.setattr(cache_module.Path, "replace", full)
    assert done(root, fresh(cache)) != expected
    assert [item.name for item in cache.path.parent.iterdir()] == [cache.path.name]
    assert cache.path.read_bytes() == before


def test_a_folder_that_cannot_be_made_costs_time_only(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert done(root, Cache(tmp_path / "file" / "x.cache")) == done(root, None)


def test_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SPHINX_CONTRACTS_CACHE_DIR", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("SPHINX_CONTRACTS_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr(cache_module.sys, "platform", "linux")
    assert cache_folder() == tmp_path / "xdg" / "sphinx-contracts"
    assert Cache.of(tmp_path / "a").path != Cache.of(tmp_path / "b").path


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes start for the smallest code base."""
    monkeypatch.setattr(workers, "_ENOUGH", 1)
    monkeypatch.setattr(workers, "_BATCH", 50)


@pytest.mark.usefixtures("eager")
def test_processes_give_the_same_as_one(root: Path, cache: Cache) -> None:
    expected = done(root, None)
    assert done(root, cache, jobs=2) == expected
    assert done(root, fresh(cache), jobs=2) == expected


def test_any_executor_will_do(root: Path) -> None:
    with ThreadPoolExecutor(2) as executor:
        assert done(root, None, executor=executor) == done(root, None)


class Killed(Executor):
    """A pool of which a process is killed after the first batch."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        raise NotImplementedError

    def map(self, fn: Any, *iterables: Any, **kwargs: Any) -> Any:
        arguments: Sequence[Any] = list(zip(*iterables, strict=True))
        yield fn(*arguments[0])
        raise BrokenExecutor("a process was killed")


@pytest.mark.usefixtures("eager")
def test_a_killed_process_costs_time_only(root: Path, cache: Cache) -> None:
    assert done(root, cache, executor=Killed()) == done(root, None)
