"""Several workers give the same bytes."""

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


def test_several_workers_give_the_same_site(site: Site) -> None:
    _many(site)
    serial = site.run(out="serial")
    assert len([line for line in serial.warnings if "contracts." in line]) == 2
    for workers in ("-j2", "-j8"):
        parallel = site.run(workers, out=workers)
        assert (parallel.code, parallel.warnings) == (serial.code, serial.warnings)
        assert _contents(parallel) == _contents(serial)
    again = site.run("-j2", out="-j2")
    assert again.warnings == serial.warnings
    assert _contents(again) == _contents(serial)
