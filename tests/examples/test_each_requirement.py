"""For every rule: taking away the one thing it asks for makes the build fail with exactly its findings.

Each case edits one file of the clean example. A build with ``-W`` fails, the next one fails again, and the file put
back as it was makes it pass. Notes are made errors, so that they can fail a build too.
"""

import contextlib
import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sphinx.cmd.build import main as build

from sphinx_contracts.config import read_pyproject, settings_from
from sphinx_contracts.project import run
from sphinx_contracts.rules.registry import RULES
from tests.examples.conftest import EXAMPLES


@dataclass(frozen=True)
class Edit:
    """What is taken away, and what must be reported."""

    rule: str  # the rule that reports it
    path: str  # the file
    old: str  # regular expression for what is taken away
    new: str  # what stands there instead
    found: tuple[tuple[str, str], ...]  # object at fault, and a text that only its line holds ("" for line 1)


TOKENIZER = "core/tokenizer.py"
STATUS = "core/training_status.py"
OPS = "core/atomic_ops.py"
MODEL = "trainer/core/model.py"
DOCSTRING = r' *"""(?:.|\n)*?"""\n'

EDITS = (
    Edit("module-docstring-missing", TOKENIZER, DOCSTRING, "", (("core.tokenizer", ""),)),
    Edit(
        "module-summary-missing",
        TOKENIZER,
        r"Word tokenizer(?:.|\n)*?own\.\n\n",
        "",
        (("core.tokenizer", ""),),
    ),
    Edit("module-purpose-missing", TOKENIZER, r"This module(?:.|\n)*?own\.\n\n", "", (("core.tokenizer", ""),)),
    Edit("module-components-missing", TOKENIZER, r"Key Components:\n.*\n\n", "", (("core.tokenizer", ""),)),
    Edit("module-usage-missing", TOKENIZER, r'Usage:(?:.|\n)*?"""', '"""', (("core.tokenizer", ""),)),
    Edit(
        "module-component-unknown",
        TOKENIZER,
        r"- WordTokenizer:",
        "- Splitter:",
        (("core.tokenizer", "- Splitter"),),
    ),
    Edit(
        "class-docstring-missing",
        STATUS,
        r"class RecentExample:\n" + DOCSTRING,
        "class RecentExample:\n",
        (("core.training_status.RecentExample", "class RecentExample"),),
    ),
    Edit(
        "class-summary-missing",
        TOKENIZER,
        r"    Tokenizer that needs.*\n\n",
        "",
        (("core.tokenizer.WordTokenizer", "class WordTokenizer"),),
    ),
    Edit(
        "class-responsibilities-missing",
        TOKENIZER,
        r"    Responsibilities:\n.*\n.*\n\n",
        "",
        (("core.tokenizer.WordTokenizer", "class WordTokenizer"),),
    ),
    Edit(
        "class-attribute-undocumented",
        "core/safe_file.py",
        r"        temp_path: Temporary.*\n",
        "",
        (("core.safe_file.SafeFileWriter.temp_path", "self.temp_path: Optional"),),
    ),
    Edit(
        "class-attribute-unknown",
        MODEL,
        r"        tokenizer: Tokenizer(.*)\n        weights",
        r"        splitter: Tokenizer\1\n        weights",
        (("trainer.core.model.AnswerModel.splitter", "splitter:"),),
    ),
    Edit(
        "docstring-missing",
        TOKENIZER,
        r"(List\[str\]:\n)" + DOCSTRING,
        r"\1",
        (("core.tokenizer.WordTokenizer.tokenize", "def tokenize"),),
    ),
    Edit(
        "summary-missing",
        TOKENIZER,
        r"        Cut a text.*\n\n",
        "",
        (("core.tokenizer.WordTokenizer.tokenize", "def tokenize"),),
    ),
    Edit(
        "param-undocumented",
        STATUS,
        r"        status: Status to.*\n",
        "",
        (("core.training_status.write_status", "def write_status"),),
    ),
    Edit(
        "param-unknown",
        MODEL,
        r"(def save\(.*), step: int",
        r"\1",
        (("trainer.core.model.AnswerModel.save", "step: Training steps that the model has seen"),),
    ),
    Edit(
        "param-order",
        STATUS,
        r"(        status: Status to.*\n)(.*\n)",
        r"\2\1",
        (("core.training_status.write_status", "path: Status file"),),
    ),
    Edit(
        "returns-undocumented",
        TOKENIZER,
        r"        Returns:\n.*\n\n",
        "",
        (("core.tokenizer.WordTokenizer.tokenize", "def tokenize"),),
    ),
    Edit(
        "returns-structure-missing",
        "trainer/profiles/base.py",
        r"Dict with the members of(?:.|\n)*?\n\n",
        "What is worth telling\n\n",
        (("trainer.profiles.base.DataProfile.get_metadata", "def get_metadata"),),
    ),
    Edit(
        "returns-unexpected",
        STATUS,
        r"(    Raises:\n        OSError: If the file cannot be written)",
        r"    Returns:\n        Path of the file\n\n\1",
        (("core.training_status.write_status", "Path of the file"),),
    ),
    Edit(
        "yields-undocumented",
        "core/processor.py",
        r"    Yields:\n.*\n\n",
        "",
        (("core.processor.iter_batches", "def iter_batches"),),
    ),
    Edit(
        "docstring-type-mismatch",
        TOKENIZER,
        "Tokens in order",
        "int: Tokens in order",
        (("core.tokenizer.WordTokenizer.tokenize", "int: Tokens"),),
    ),
    Edit(
        "param-untyped",
        TOKENIZER,
        "text: str",
        "text",
        (("core.tokenizer.WordTokenizer.tokenize", "def tokenize"),),
    ),
    Edit(
        "optional-implicit",
        "core/processor.py",
        r"Optional\[int\] = None",
        "int = None",
        (("core.processor.process_data", "max_samples: int = None"),),
    ),
    Edit(
        "type-vague",
        OPS,
        r"data: Dict\[str, Any\]",
        "data: Dict",
        (("core.atomic_ops.write_json_atomic", "data: Dict,"),),
    ),
    Edit(
        "return-untyped",
        TOKENIZER,
        r" -> List\[str\]",
        "",
        (("core.tokenizer.WordTokenizer.tokenize", "def tokenize"),),
    ),
    Edit(
        "field-undocumented",
        STATUS,
        r"correct: bool.*",
        "correct: bool",
        (("core.training_status.RecentExample.correct", "correct: bool"),),
    ),
    Edit(
        "field-untyped",
        "trainer/core/engine.py",
        r"final_loss: float",
        "final_loss = 0.0",
        (("trainer.core.engine.TrainingResult.final_loss", "final_loss = 0.0"),),
    ),
    Edit(
        "example-missing",
        TOKENIZER,
        r"\n        Example:\n.*\n.*\n",
        "",
        (("core.tokenizer.WordTokenizer.tokenize", "def tokenize"),),
    ),
    Edit(
        "class-example-missing",
        TOKENIZER,
        r"\n    Example:\n.*\n.*\n",
        "",
        (("core.tokenizer.WordTokenizer", "class WordTokenizer"),),
    ),
    Edit(
        "example-syntax",
        "trainer/core/engine.py",
        r"if result.success:",
        "if result.success",
        (("trainer.core.engine.TrainerEngine.run_job", "if result.success"),),
    ),
    Edit(
        "exception-condition-missing",
        TOKENIZER,
        r"ValueError: If max_length is below 1",
        "ValueError",
        (("core.tokenizer.WordTokenizer.__init__", "            ValueError"),),
    ),
    Edit(
        "exception-unknown",
        MODEL,
        r"OSError: If the file cannot be written",
        "OsError: If the file cannot be written",
        (("trainer.core.model.AnswerModel.save", "OsError: If"),),
    ),
    Edit(
        "side-effect-undocumented",
        OPS,
        r"    Side Effects:\n.*\n.*\n\n",
        "",
        (("core.atomic_ops.write_json_atomic", "tempfile.mkstemp("),),
    ),
    Edit(
        "side-effect-contradicted",
        OPS,
        r"(    Side Effects:\n).*\n.*\n",
        r"\1        None\n",
        (("core.atomic_ops.write_json_atomic", "Side Effects:"),),
    ),
    Edit(
        "side-effect-unmentioned",
        "core/processor.py",
        r"        - Creates config.output_dir.*\n",
        "",
        (("core.processor.process_folder", "config.output_dir.mkdir("),),
    ),
    Edit(
        "side-effect-propagated",
        STATUS,
        r"    Side Effects:\n.*\n\n",
        "",
        (("core.training_status.write_status", "    write_json_atomic("),),
    ),
    Edit(
        "exception-undocumented",
        TOKENIZER,
        r"\n        Raises:\n.*\n",
        "",
        (("core.tokenizer.WordTokenizer.__init__", "raise ValueError("),),
    ),
    Edit(
        "raises-contradicted",
        TOKENIZER,
        r"(        Raises:\n).*\n",
        r"\1            None\n",
        (("core.tokenizer.WordTokenizer.__init__", "Raises:"),),
    ),
    Edit(
        "exception-propagated",
        STATUS,
        r"        JSONEncodeError: If a number.*\n",
        "",
        (("core.training_status.write_status", "    write_json_atomic("),),
    ),
    Edit(
        "exception-unraised",
        TOKENIZER,
        r"        if max_length < 1:\n.*\n",
        "",
        (("core.tokenizer.WordTokenizer.__init__", "ValueError: If max_length"),),
    ),
    Edit(
        "warning-undocumented",
        "trainer/config/loader.py",
        r"        Warns:\n.*\n\n",
        "",
        (("trainer.config.loader.ConfigLoader.merge_configs", "warnings.warn("),),
    ),
    Edit(
        "format-undocumented",
        OPS,
        r"\nDocument JSON Format\n(?:.|\n)*?\n\}\n",
        "",
        (("core.atomic_ops", "stream.write(content"),),
    ),
    Edit(
        "format-unnamed",
        OPS,
        r"Document JSON Format\n-+\n((?:.|\n)*?\n)\{\n",
        r"JSON Format\n-----------\n\1{  // The document\n",
        (("core.atomic_ops", "{  // The document"),),
    ),
    Edit(
        "format-unparsed",
        MODEL,
        r'"step": 100,',
        '"step" 100,',
        (("trainer.core.model", '"step" 100'),),
    ),
    Edit(
        "format-field-untyped",
        MODEL,
        r'"step": 100, .*',
        '"step": whatever the job has done,',
        (("trainer.core.model", '"step": whatever'),),
    ),
    Edit(
        "format-field-undescribed",
        MODEL,
        r'("step": 100,).*',
        r"\1",
        (("trainer.core.model", '"step": 100'),),
    ),
    Edit(
        "format-example-missing",
        MODEL,
        r'"step": 100,',
        '"step": int,',
        (("trainer.core.model", '"step": int'),),
    ),
    Edit(
        "format-drift",
        MODEL,
        r'\{(\n(?:.|\n)*?write_json_atomic\(\{)"step"',
        r'{  // The checkpoint\1"steps"',
        (("trainer.core.model", "{  // The checkpoint"),),
    ),
    Edit(
        "format-sample-mismatch",
        "samples/training_status.json",
        r'"epoch": 3.0',
        '"epoch": "3 of 3"',
        (("core.training_status", '"epoch"'),),
    ),
    Edit("source-unparsable", TOKENIZER, r"import re\n", "import re(\n", (("core.tokenizer", "import re("),)),
    Edit(
        "suppression-unused",
        TOKENIZER,
        r"(def tokenize.*)",
        r"\1  # contracts: ignore[example-missing]",
        (("core.tokenizer.WordTokenizer.tokenize", "def tokenize"),),
    ),
)

# rules that the clean example has no requirement of, or that no edit of one file breaks
ELSEWHERE = {
    "internal-error": "a rule that raises",
    "too-complex": "a file near the limits",
    "source-unreadable": "in the faulty example: the file is no text that an edit could make",
    "score-below": "in the faulty example, with a setting",
    "raises-section-missing": "off, in the faulty example",
    "side-effects-section-missing": "off, in the faulty example",
}

SAMPLES = {"training_status.json": ["../training/samples/training_status.json"]}
# fields that have a type are noted by default
NOTES = {name: "error" for name, rule in RULES.items() if rule.severity == "note"} | {
    "format-field-undescribed": "error"
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the clean example with a site of its own, built once."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(EXAMPLES / "training", folder / "training", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "docs").mkdir()
    (folder / "docs" / "conf.py").write_text(
        f"extensions = ['sphinx_contracts']\ncontracts_sources = ['../training']\ncontracts_rules = {NOTES!r}\n"
        f"contracts_formats = {SAMPLES!r}\n"
        "html_theme = 'basic'\n",
        encoding="utf-8",
    )
    (folder / "docs" / "index.rst").write_text(
        "Example\n=======\n\n.. contract:index::\n\n.. toctree::\n   :glob:\n\n   contracts/*\n",
        encoding="utf-8",
    )
    assert built(folder) == (0, set())
    return folder


def built(folder: Path) -> tuple[int, set[tuple[str, str, int, str]]]:
    """Exit code and findings (rule, path, line, object) of a build with ``-W``."""
    printed = io.StringIO()
    with contextlib.redirect_stderr(printed), contextlib.redirect_stdout(io.StringIO()):
        status = build(["--no-color", "-q", "-W", str(folder / "docs"), str(folder / "html")])
    return status, set(_findings(printed.getvalue(), folder))


def _findings(text: str, folder: Path) -> Iterator[tuple[str, str, int, str]]:
    for line in text.split("\n"):
        if "WARNING: " not in line or "treated as errors" in line:
            continue
        found = re.fullmatch(r"(.+?):(\d+): WARNING: ([\w.]+): .* \[contracts\.([\w-]+)\]", line)
        assert found is not None, line
        path = Path(found[1]).resolve().relative_to((folder / "training").resolve())
        yield found[4], path.as_posix(), int(found[2]), found[3]


def edited(edit: Edit, source: str) -> tuple[str, set[tuple[str, str, int, str]]]:
    """The source after the edit, and what is to be reported."""
    text, count = re.subn(edit.old, edit.new, source, count=1)
    assert count == 1, edit
    lines = text.split("\n")
    expected = set()
    for name, holds in edit.found:
        at = 1 + next(place for place, line in enumerate(lines) if holds in line) if holds else 1
        expected.add((edit.rule, edit.path, at, name))
    return text, expected


@pytest.mark.parametrize("edit", EDITS, ids=[edit.rule for edit in EDITS])
def test_the_build_fails_with_exactly_the_rule_s_findings_until_it_is_mended(edit: Edit, site: Path) -> None:
    path = site / "training" / edit.path
    source = path.read_text(encoding="utf-8")
    text, expected = edited(edit, source)
    try:
        path.write_text(text, encoding="utf-8")
        assert built(site) == (1, expected)
        assert built(site) == (1, expected)
    finally:
        path.write_text(source, encoding="utf-8")
    assert built(site) == (0, set())


@pytest.mark.parametrize("edit", EDITS, ids=[edit.rule for edit in EDITS])
def test_the_rule_reports_exactly_what_was_taken_away(edit: Edit, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "training", tmp_path / "training", ignore=shutil.ignore_patterns("__pycache__"))
    path = tmp_path / "training" / edit.path
    text, expected = edited(edit, path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    folder = tmp_path / "training"
    found = run(settings_from(read_pyproject(folder / "pyproject.toml"), "test"), folder, folder).findings
    assert {(item.rule, item.path, item.line, item.object) for item in found} == expected


def test_every_rule_has_a_case() -> None:
    assert {edit.rule for edit in EDITS} | set(ELSEWHERE) == set(RULES)
