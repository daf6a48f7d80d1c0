"""What messages call effects: true of the one call, and of documentation that tells of it in prose."""

import pytest

from sphinx_contracts.effects.catalogue import REQUIRED, TRAVELLING
from sphinx_contracts.effects.phrases import GENERAL, deed_of
from sphinx_contracts.effects.wording import may_speak_of
from tests.rules.checking import findings_of


@pytest.mark.parametrize(
    ("category", "call", "deed"),
    [
        ("file-write", 'open(path, "w")', "writes a file"),
        ("file-write", "os.makedirs(folder)", "makes a folder"),
        ("file-write", "Path(base).mkdir(parents=True)", "makes a folder"),
        ("file-write", "(base / name).unlink()", "deletes a file"),
        ("file-write", "shutil.rmtree(os.path.join(a, b[…", "deletes a folder"),
        ("file-write", 'os.remove("a)(b")', "deletes a file"),
        ("file-write", "os.chmod(folder, 0o700)", "changes the attributes of a file or folder"),
        ("file-write", "tempfile.mkstemp()", "makes a temporary file"),
        ("process", 'subprocess.run(["ls"])', "starts a process"),
        ("process", "worker.terminate()", "signals a process"),
        ("process", "os.execl(python, python, *sys.argv)", "replaces the process"),
        ("environment", 'os.environ["A"] = "b"', "changes the environment"),
        ("environment", "os.chdir(folder)", "changes the working directory"),
        ("network", "paramiko.SSHClient()", "makes a client of the network"),
        ("network", "requests.get(url)", "uses the network"),
        ("database", "sqlalchemy.create_engine(url)", "makes a client of a database"),
        ("global-state", "_count = 1", "changes module-level state"),
        ("other", "f()", "has an effect"),
    ],
)
def test_a_call_is_named_by_what_it_does(category: str, call: str, deed: str) -> None:
    assert deed_of(category, call) == deed


def test_whatever_is_reported_has_a_phrase() -> None:
    assert REQUIRED | set(TRAVELLING) <= GENERAL.keys()


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("file-write", "Keep the report on disk."),
        ("file-write", "Persist a session token."),
        ("network", "Send the documents to the service."),
        ("process", "Open the page in a browser."),
        ("environment", "Set the locale."),
        ("global-state", "Decided upon the first call."),
    ],
)
def test_prose_may_speak_of_an_effect(category: str, text: str) -> None:
    assert may_speak_of(category, text)


def test_prose_that_says_nothing_of_it() -> None:
    assert not may_speak_of("file-write", "Count the words of a text.")


@pytest.mark.parametrize(
    ("summary", "missing"),
    [
        ("Run the training.", "but documents no side effects"),
        ("Save the model to a file.", "but no Side Effects section says so"),
    ],
)
def test_a_message_denies_nothing_that_prose_tells(summary: str, missing: str) -> None:
    source = f'def run(path: str) -> None:\n    """{summary}"""\n    open(path, "w")\n'
    found = [item.message for item in findings_of(source) if item.rule == "side-effect-undocumented"]
    assert found == [f'writes a file (open(path, "w"), line 3) {missing}']
