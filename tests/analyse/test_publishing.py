"""What is public and under which name (interface.md, "Public")."""

from sphinx_contracts.config import settings_from
from sphinx_contracts.model.contract import Project
from tests.code import module_of, project_of

IMPL = '''
"""Private."""
class Engine:
    """Runs."""
    def run(self) -> int:
        """Go."""
    class Inner:
        """In."""
def helper() -> None:
    """Help."""
'''


def objects(project: Project, module: str) -> list[str]:
    found = next(item for item in project.modules if item.name == module)
    return [item.qualname for item in (*found.classes, *found.functions)]


def test_private_names_are_left_out() -> None:
    module = module_of(
        "class _A: ...\nclass B:\n    class _C: ...\n    def _f(self): ...\n    def g(self): ...\ndef _h(): ...\n"
    )
    assert [item.qualname for item in module.classes] == ["example.B"]
    assert [item.name for item in module.classes[0].methods] == ["g"]
    assert module.functions == ()


def test_literal_all_decides() -> None:
    module = module_of(
        "__all__ = ['b', '_c']\n__all__ += ['d']\ndef a(): ...\ndef b(): ...\ndef _c(): ...\ndef d(): ...\n"
    )
    assert [item.name for item in module.functions] == ["b", "_c", "d"]


def test_lists_of_other_modules_are_added() -> None:
    files = {
        "pkg/__init__.py": "from pkg import _impl\nfrom pkg._impl import *\n__all__ = ['own', *_impl.__all__]\ndef own(): ...\n",
        "pkg/_impl.py": "from pkg._more import __all__ as more\n__all__ = ['Engine'] + more\n" + IMPL,
        "pkg/_more.py": "__all__ = ['helper']\n",
    }
    assert objects(project_of(files), "pkg") == ["pkg.Engine", "pkg.own", "pkg.helper"]


def test_dynamic_all_decides_nothing() -> None:
    module = module_of("__all__ = [n for n in dir()]\ndef a(): ...\n")
    assert [item.name for item in module.functions] == ["a"]


def test_reexport_from_a_private_module() -> None:
    project = project_of(
        {"pkg/__init__.py": "from ._impl import Engine, helper\n__all__ = ['Engine']\n", "pkg/_impl.py": IMPL}
    )
    assert [item.name for item in project.modules] == ["pkg"]
    assert [item.name for item in project.hidden] == ["pkg._impl"]
    [engine] = project.modules[0].classes
    assert engine.qualname == "pkg.Engine"
    assert engine.facts.home == "pkg._impl"
    assert engine.methods[0].qualname == "pkg.Engine.run"
    assert engine.methods[0].facts.owner == "pkg.Engine"
    assert engine.classes[0].qualname == "pkg.Engine.Inner"
    assert project.modules[0].functions == ()


def test_reexport_as_itself_and_under_another_name() -> None:
    project = project_of(
        {
            "pkg/__init__.py": "from ._impl import Engine as Engine, helper as aid\n__all__ = ['aid']\n",
            "pkg/_impl.py": IMPL,
        }
    )
    assert objects(project, "pkg") == ["pkg.Engine", "pkg.aid"]


def test_reexport_through_stars_and_chains() -> None:
    project = project_of(
        {
            "pkg/__init__.py": "from ._all import *\n__all__ = ['Engine']\n",
            "pkg/_all.py": "from ._impl import *\n",
            "pkg/_impl.py": IMPL,
        }
    )
    assert objects(project, "pkg") == ["pkg.Engine"]


def test_reexport_of_what_is_public_anyway_is_not_repeated() -> None:
    project = project_of({"pkg/__init__.py": "from .impl import Engine\n__all__ = ['Engine']\n", "pkg/impl.py": IMPL})
    assert objects(project, "pkg") == []
    assert objects(project, "pkg.impl") == ["pkg.impl.Engine", "pkg.impl.helper"]


def test_the_shortest_name_shows_what_several_modules_export() -> None:
    line = "from pkg._impl import Engine\n__all__ = ['Engine']\n"
    project = project_of({"pkg/__init__.py": line, "pkg/api.py": line, "pkg/_impl.py": IMPL})
    assert objects(project, "pkg") == ["pkg.Engine"]
    assert objects(project, "pkg.api") == []


def test_import_cycles_and_stars_of_oneself_end() -> None:
    project = project_of(
        {
            "a.py": "from b import *\nfrom a import *\nfrom b import Thing\n__all__ = ['Thing', 'Other']\n",
            "b.py": "from a import Thing, Other\n__all__ = ['Thing']\n",
        }
    )
    assert objects(project, "a") == objects(project, "b") == []


def test_private_setting_shows_everything() -> None:
    project = project_of({"pkg/_impl.py": "def _a(): ...\n"}, settings_from({"private": True}, "test"))
    assert objects(project, "pkg._impl") == ["pkg._impl._a"]


def test_nested_functions_are_not_public() -> None:
    assert [item.name for item in module_of("def f():\n    def g(): ...\n    class C: ...\n").functions] == ["f"]
