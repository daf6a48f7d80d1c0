"""The versions that are supported: every Python, with the oldest and the newest Sphinx and docutils.

``nox`` tries the whole suite on each Python that the machine has; ``nox -s smoke`` what ``.ci/other-python`` does on
one of them.
"""

import nox

nox.options.sessions = ["tests"]
nox.options.error_on_missing_interpreters = False
nox.options.default_venv_backend = "venv"

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
# the newest of each Python is whatever pip finds for it
VERSIONS = {
    "oldest": ["sphinx==8.2.*", "docutils==0.20.*"],
    "oldest-docutils-newer": ["sphinx==8.2.*", "docutils==0.21.*"],
    "newest": ["sphinx", "docutils"],
}
SMOKE = ["tests/rules", "tests/docstrings", "tests/examples/test_tutorial.py", "tests/sites/test_findings.py"]


def _installed(session: nox.Session, versions: str) -> None:
    session.install("-e", ".[test]", *VERSIONS[versions])
    session.run("python", "-m", "pip", "list", "--disable-pip-version-check", silent=True, log=False)


@nox.session(python=PYTHONS)
@nox.parametrize("versions", list(VERSIONS))
def tests(session: nox.Session, versions: str) -> None:
    """Run the whole suite."""
    _installed(session, versions)
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS)
@nox.parametrize("versions", list(VERSIONS))
def smoke(session: nox.Session, versions: str) -> None:
    """Check our own package, and run the tests that say most about an interpreter and about Sphinx."""
    _installed(session, versions)
    session.run("python", "-m", "sphinx_contracts", "check", "--no-cache")
    session.run("pytest", *(session.posargs or SMOKE))
