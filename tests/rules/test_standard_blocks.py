"""The standard's own code blocks, each saved as a module, have exactly the faults that a close reading finds."""

import re
from pathlib import Path

import pytest

from sphinx_contracts.model.finding import Finding
from tests.rules.checking import findings_of

ROOT = Path(__file__).parents[2]
STANDARD = ROOT / "docs" / "standard" / "module-contracts-standard.md"
SHARED = ROOT.parent / "shared" / "module-contracts-standard.md"
BLOCKS: list[str] = re.findall(
    r"^```python\n(.*?)^```$", STANDARD.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
)

# what marks a block, the errors on its objects (rule, text on the finding's line), and its notes
EXPECTED: dict[str, tuple[list[tuple[str, str]], list[tuple[str, str]]]] = {
    "def process_data": (
        [
            ("returns-undocumented", "def process_data("),
            ("example-missing", "def process_data("),
            ("param-undocumented", "    input_file: Path,"),
            ("param-undocumented", "    config: Dict[str, Any],"),
            ("param-undocumented", "    max_samples: Optional[int] = None"),
        ],
        [],
    ),
    "Training data validator module.": ([], []),
    "class TrainerEngine": ([], []),
    "def run_job": ([], []),
    "class TrainingResult": ([], []),
    "Training Status JSON Format": ([], []),
    "class Hyperparams": (
        [
            ("field-undocumented", "    batch_size: int = 16"),
            ("field-undocumented", "    eval_batch_size: int = 32"),
        ],
        [],
    ),
    "def merge_configs": ([("example-missing", "def merge_configs(")], []),
    "class DataProfile": ([], []),
    "def write_json_atomic": (
        [("example-missing", "def write_json_atomic(data: Dict[str, Any], path: Path) -> None:")],
        [("exception-unknown", "        JSONEncodeError: If data not JSON-serializable")],
    ),
    "class ProcessorConfig": (
        [
            ("field-undocumented", "    input_dir: Path"),
            ("field-undocumented", "    output_dir: Path"),
            ("field-undocumented", "    max_workers: int = 4"),
            ("field-undocumented", "    batch_size: int = 1000"),
            ("exception-undocumented", '            raise ValueError("max_workers must be >= 1")'),
            (
                "exception-undocumented",
                '            raise FileNotFoundError(f"Input dir not found: {self.input_dir}")',
            ),
        ],
        [],
    ),
    "class ValidationResult": ([], []),
    "class SafeFileWriter": (
        [
            ("class-responsibilities-missing", "class SafeFileWriter:"),
            ("class-attribute-undocumented", "        self.temp_path: Optional[Path] = None"),
        ],
        [],
    ),
}


def block_with(mark: str) -> str:
    [found] = [block for block in BLOCKS if mark in block]
    return found


def on_objects(source: str, severity: str) -> list[Finding]:
    return [item for item in findings_of(source) if item.severity == severity and item.object != item.module]


def placed(findings: list[Finding], source: str) -> list[tuple[str, str]]:
    lines = source.split("\n")
    return sorted((item.rule, lines[item.line - 1]) for item in findings)


def test_every_block_is_expected_once() -> None:
    assert len(BLOCKS) == len(EXPECTED) == 13
    assert {block_with(mark) for mark in EXPECTED} == set(BLOCKS)


@pytest.mark.parametrize("mark", EXPECTED)
def test_a_block_has_exactly_these_errors(mark: str) -> None:
    source = block_with(mark)
    assert placed(on_objects(source, "error"), source) == sorted(EXPECTED[mark][0])


@pytest.mark.parametrize("mark", EXPECTED)
def test_a_block_has_exactly_these_notes(mark: str) -> None:
    source = block_with(mark)
    assert placed(on_objects(source, "note"), source) == sorted(EXPECTED[mark][1])


def test_the_module_docstring_of_the_standard_has_no_error() -> None:
    found = findings_of(block_with("Training data validator module."))
    assert [item for item in found if item.severity == "error"] == []
    # it stands here without the code that it speaks of
    assert [item.rule for item in found] == ["module-component-unknown"] * 3


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not on this machine")
def test_the_copy_is_the_standard() -> None:
    assert STANDARD.read_bytes() == SHARED.read_bytes()
