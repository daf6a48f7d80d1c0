"""The measurements run: what they watch is still there under its name."""

import json
import subprocess
import sys
from pathlib import Path

_PROJECT = Path(__file__).parents[1]


def test_every_stage_of_a_check_is_clocked(tmp_path: Path) -> None:
    package = tmp_path / "sample"
    package.mkdir()
    lines = ['"""A sample."""', "import json", "class A:", '    """A class."""', "    def read(self, path: str) -> dict:"]
    lines += ['        """Read."""', "        return json.load(open(path))", ""]
    (package / "__init__.py").write_text("\n".join(lines))
    command = [sys.executable, "-m", "benchmarks.stages", "stages", str(package)]
    done = subprocess.run(command, cwd=_PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    spent = json.loads(done.stdout)
    assert len(spent) == 9
    assert all(seconds > 0 for seconds in spent.values())
    assert sum(spent.values()) <= 2 * spent["total"] + 0.001
