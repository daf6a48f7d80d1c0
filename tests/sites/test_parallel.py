"""Several workers, other places and other seeds give the same bytes."""

import shutil
from pathlib import Path

from tests.sites.site import FAULTY, GOOD, Build, Site


def _contents(build: Build) -> dict[str, bytes]:
    return {
        str(path.relative_to(build.outdir)): path.read_bytes()
        for path in sorted(build.outdir.rglob("*"))
        if path.is_file() and ".doctrees" not in path.parts and path.name != ".buildinfo"
    }


def _many(site: Site) -> None:
    for number in range(24):
        site.write(f"src/core/part{number}.py", GOOD)
        site.write(
            f"docs/prose{number}.rst", f":orphan:\n\nProse\n=====\n\n.. contract:function:: core.part{number}.run\n"
        )
    site.write("src/core/faulty.py", FAULTY)
    site.write("docs/wrong.rst", ":orphan:\n\nWrong\n=====\n\n.. contract:module:: core.part99\n")


def test_two_workers_give_the_same_site(site: Site) -> None:
    _many(site)
    serial = site.run(out="serial")
    parallel = site.run("-j2", out="parallel")
    assert serial.code == parallel.code == 0
    assert serial.warnings == parallel.warnings
    assert len([line for line in serial.warnings if "contracts." in line]) == 2
    assert _contents(serial) == _contents(parallel)
    again = site.run("-j2", out="parallel")
    assert again.warnings == parallel.warnings
    assert _contents(again) == _contents(parallel)


def test_the_place_and_the_seed_change_no_byte(site: Site, tmp_path: Path) -> None:
    site.write("src/core/faulty.py", FAULTY)
    shutil.copytree(site.root, tmp_path / "elsewhere")
    other = Site.__new__(Site)
    other.root = tmp_path / "elsewhere"
    assert _contents(site.run()) == _contents(other.run(cwd=tmp_path))
