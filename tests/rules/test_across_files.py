"""Rules that need to know other files: private homes, packages, base classes, types through re-exports."""

from tests.rules.checking import checked

IMPL = '''"""Inside."""


class Engine:
    """An engine.

    Responsibilities:
        - Run

    Example:
        engine = Engine()
    """

    def run(self, job: "Job") -> "Engine":
        """Run.

        Args:
            job (Job): What to run

        Returns:
            Engine: The same engine

        Example:
            engine.run(job)
        """
        return self


class Job:
    """A job.

    Responsibilities:
        - Be run

    Example:
        job = Job()
    """


class LostError(Exception):
    """Something was lost."""
'''


def rules_of(files: dict[str, str], **settings: object) -> list[tuple[str, str, str]]:
    found = checked(files, **settings).findings
    return [(item.rule, item.path, item.object) for item in found if not item.rule.startswith("module")]


def test_a_re_exported_object_is_reported_under_its_public_name_in_its_file() -> None:
    files = {
        "pkg/__init__.py": "from pkg._impl import Engine\n__all__ = ['Engine']\n",
        "pkg/_impl.py": IMPL.replace('job: "Job"', "job"),
    }
    [finding] = checked(files).findings
    assert (finding.rule, finding.path, finding.line) == ("param-untyped", "pkg/_impl.py", 14)
    assert (finding.module, finding.object) == ("pkg", "pkg.Engine.run")


def test_a_package_that_only_re_exports_needs_no_docstring() -> None:
    files = {"pkg/__init__.py": "from pkg._impl import Engine\n__all__ = ['Engine']\n", "pkg/_impl.py": IMPL}
    assert checked(files).findings == ()
    assert checked({"pkg/__init__.py": ""}).findings == ()
    assert checked({"pkg/__init__.py": "__version__ = '1.0'\n"}).findings == ()


def test_a_package_that_holds_code_needs_a_docstring_and_no_more() -> None:
    found = checked({"pkg/__init__.py": "LIMIT = max(1, 2)\n"}).findings
    assert [item.rule for item in found] == ["module-docstring-missing"]
    assert checked({"pkg/__init__.py": '"""A package."""\nLIMIT = max(1, 2)\n'}).findings == ()


def test_a_package_that_defines_something_is_a_module_like_others() -> None:
    found = checked(
        {"pkg/__init__.py": '"""A package."""\n\n\ndef _f() -> None:\n    pass\n\n\ndef f() -> None:\n    pass\n'}
    )
    assert {item.rule for item in found.findings} == {
        "module-purpose-missing",
        "module-components-missing",
        "module-usage-missing",
        "docstring-missing",
    }


def test_a_type_is_the_same_under_each_of_its_names() -> None:
    use = '''"""Use."""
from pkg import Engine
from pkg._impl import Job
import pkg


def start(engine: "pkg.Engine", job: pkg._impl.Job) -> Engine:
    """Start.

    Args:
        engine (Engine): Any engine
        job (Job): Any job

    Returns:
        pkg._impl.Engine: The engine

    Example:
        start(engine, job)
    """
    return engine


def wrong(engine: pkg.Engine) -> None:
    """Start.

    Args:
        engine (Job): Any engine

    Example:
        wrong(engine)
    """
'''
    files = {
        "pkg/__init__.py": "import pkg._impl\nfrom pkg._impl import Engine\n__all__ = ['Engine']\n",
        "pkg/_impl.py": IMPL,
        "use.py": use,
    }
    assert rules_of(files) == [("docstring-type-mismatch", "use.py", "use.wrong")]


def test_bases_in_other_files_make_types_related() -> None:
    base = '"""Bases."""\n\n\nclass Base(dict):\n    """A base."""\n'
    use = '''"""Use."""
from base import Base


class Child(Base):
    """A child."""


def start(one: Child, other: Child, third: Child) -> None:
    """Start.

    Args:
        one (Base): Related
        other (dict): Related
        third (list): Unrelated

    Example:
        start()
    """
'''
    found = rules_of({"base.py": base, "use.py": use}, rules={"class-docstring": "off", "class-example-missing": "off"})
    assert found == [("docstring-type-mismatch", "use.py", "use.start")]


def test_a_class_of_an_unknown_base_is_unrelated_to_nothing() -> None:
    use = '''"""Use."""
from elsewhere import Base


class Child(Base):
    """A child.

    Responsibilities:
        - Be there

    Example:
        child = Child()
    """


def start(one: Child) -> None:
    """Start.

    Args:
        one (dict): Who knows

    Example:
        start(Child())
    """
'''
    assert rules_of({"use.py": use}) == []


def test_an_exception_of_another_file_is_known() -> None:
    use = '''"""Use."""


def start() -> None:
    """Start.

    Raises:
        LostError: If something is lost
        GoneError: If something is gone

    Example:
        start()
    """
'''
    files = {"pkg/_impl.py": IMPL, "use.py": use}
    found = checked(files).findings
    assert [item.message for item in found if item.rule == "exception-unknown"] == [
        "documents the exception GoneError, which no builtin, import or class of the project bears"
    ]


def test_a_method_that_overrides_one_of_another_file_needs_no_documentation() -> None:
    use = '''"""Use."""
from pkg._impl import Engine


class Fast(Engine):
    """A fast engine.

    Responsibilities:
        - Run fast

    Example:
        engine = Fast()
    """

    def run(self, job):
        return self
'''
    found = rules_of({"pkg/__init__.py": "", "pkg/_impl.py": IMPL, "use.py": use})
    assert [rule for rule, _, _ in found] == ["return-untyped", "param-untyped"]


def test_components_may_be_modules_of_the_package() -> None:
    source = '''"""A package.

Key Components:
    - reader: reads
    - writer_of: writes
    - pkg.reader: reads
"""

LIMIT = max(1, 2)
'''
    files = {"pkg/__init__.py": source, "pkg/reader.py": "", "pkg/writer_of/__init__.py": ""}
    found = checked(files).findings
    assert [item.rule for item in found if item.module == "pkg"] == []


def test_private_objects_are_checked_where_they_are_shown() -> None:
    source = '"""Numbers."""\n\n\ndef _f(x):\n    pass\n'
    assert rules_of({"m.py": source}) == []
    assert [rule for rule, _, _ in rules_of({"m.py": source}, private=True)] == [
        "docstring-missing",
        "return-untyped",
        "param-untyped",
    ]
