"""Prose of docstrings read as reStructuredText and as MyST: what it shows, what it may not do, what is reported."""

import re
import sys
from html.parser import HTMLParser

import pytest

from tests.sites.site import GOOD, INDEX, Build, Site

REST = '''\
"""A module in reST.

Its prose has a :class:`Thing`, ``code``, `a link <https://example.org/>`_, a note [1]_ and |what|.

.. |what| replace:: *a substitution*

.. [1] At the foot.

.. list-table::

   * - one
     - two

.. versionadded:: 2.0
   With more.

Note:
    Napoleon makes this one.

Design::

    kept = True
"""

from pathlib import Path


class Thing:
    """A thing. It is *here* and
    there; see :meth:`run` and :class:`~pathlib.Path`.

    .. code-block:: nonesuch

       not highlighted

    Background
    ----------

    Told :ref:`elsewhere <place>` and in :doc:`index`.
    """

    def run(self, path: Path) -> None:
        """Run, *emphatically*::

            thing.run()

        Args:
            path: *Where* it :class:`Thing` is, **bold**
        """
'''

MYST = '''\
"""A module in Markdown.

Its prose has a {py:class}`Thing`, `code`, [a link](https://example.org/), **bold** words and a [note][^1].

[^1]: At the foot.

| one | two |
| --- | --- |
| 3   | 4   |

```{note}
A *note*.
```

```python
kept = True
```
"""


class Thing:
    """A thing."""
'''


def _page(built: Build, name: str) -> str:
    page = built.text(f"contracts/{name}.html")
    return page[page.index("contract-blocks") : page.index("</body>")]


@pytest.fixture
def rest(site: Site) -> Site:
    """A site whose docstrings are reST."""
    site.write("src/core/rest.py", REST)
    site.write("docs/index.rst", f"{INDEX}\n.. _place:\n\nPlace\n-----\n\nText.\n")
    site.configure(contracts_markup="rst", contracts_rules=dict.fromkeys(ITEMS, "off"))
    return site


ITEMS = (
    "module-docstring",
    "class-docstring",
    "callable-docstring",
    "param-types",
    "return-types",
    "example-usage",
    "side-effects",
    "error-conditions",
)


@pytest.fixture
def myst(site: Site) -> Site:
    """A site whose docstrings are Markdown."""
    site.write("src/core/myst.py", MYST)
    site.configure(contracts_markup="myst", contracts_rules=dict.fromkeys(ITEMS, "off"))
    return site


def test_rest(rest: Site) -> None:
    built = rest.build(strict=True)
    assert (built.error, built.warnings) == ("", [])
    page = _page(built, "core.rest")
    assert re.search(r'<a class="reference internal" href="#core\.rest\.Thing"[^>]*><code[^>]*>', page)
    assert '<a class="reference external" href="https://example.org/">a link</a>' in page
    assert "<em>a substitution</em>" in page
    assert "[1] At the foot." in page
    assert re.search(r"<td><p>two</p></td>", page)
    assert 'class="versionadded"' in page
    assert 'class="admonition note"' in page and "Napoleon makes this one." in page
    assert re.search(r'<pre>.*<span class="n">kept</span>', page)
    # the end of the summary is on its own line again, and its colons open a block of code
    assert "<em>here</em> and\nthere;" in page
    assert re.search(r"<p>Run, <em>emphatically</em>:</p>", page)
    assert "not highlighted" in page
    assert '<p class="rubric">Background</p>' in page or '<p class="contract-rubric">Background</p>' in page
    assert re.search(r'href="\.\./index\.html#place"', page)
    # cells are read by our own reader
    assert re.search(r"<td[^>]*><em>Where</em> it <code[^>]*><a [^>]*>Thing</a></code> is, <strong>bold</strong>", page)
    assert rest.build(strict=True).read == []


def test_markdown(myst: Site) -> None:
    built = myst.build(strict=True)
    assert (built.error, built.warnings) == ("", [])
    page = _page(built, "core.myst")
    assert re.search(r'<a class="reference internal" href="#core\.myst\.Thing"[^>]*><code[^>]*>', page)
    assert '<a class="reference external" href="https://example.org/">a link</a>' in page
    assert "<strong>bold</strong>" in page
    assert re.search(r"<td><p>4</p></td>", page)
    assert 'class="admonition note"' in page
    assert "At the foot." in page
    assert re.search(r'<span class="n">kept</span>', page)


@pytest.mark.parametrize("markup", ["safe", "rst", "myst"])
@pytest.mark.parametrize(
    "role", [":class:`Thing`", ":py:class:`Thing`", ":py:class:`core.roles.Thing`", ":class:`the thing <Thing>`"]
)
def test_roles_of_the_python_domain(site: Site, markup: str, role: str) -> None:
    if markup == "myst":
        role = re.sub(r"^:(?:py:)?class:", "{py:class}", role)
    text = f'"""Roles.\n\nSee {role} here.\n"""\n\n\nclass Thing:\n    """A thing."""\n'
    site.write("src/core/roles.py", text)
    site.configure(contracts_markup=markup, suppress_warnings=["contracts.*"], nitpicky=True)
    built = site.build(strict=True)
    assert (built.error, built.warnings) == ("", [])
    page = _page(built, "core.roles")
    prose = page[page.index("See ") : page.index(" here.")]
    assert 'href="#core.roles.Thing"' in prose


@pytest.mark.parametrize("builder", ["text", "man", "latex", "xml", "gettext", "singlehtml", "epub"])
@pytest.mark.parametrize("markup", ["rst", "myst"])
def test_other_builders(site: Site, markup: str, builder: str) -> None:
    site.write("src/core/prose.py", REST.replace(":ref:`elsewhere <place>`", "x") if markup == "rst" else MYST)
    site.configure(
        contracts_markup=markup,
        contracts_rules=dict.fromkeys(ITEMS, "off"),
        version="1",
        copyright="Nobody",
        man_pages=[("contracts/core.prose", "prose", "Prose", ["x"], 1)],
    )
    built = site.build(builder, strict=True)
    assert (built.error, built.warnings) == ("", [])
    if builder == "text":
        assert "[1] At the foot" in built.text("contracts/core.prose.txt")
    if builder == "gettext":
        assert {"rst": "Napoleon makes this one.", "myst": "A *note*."}[markup] in built.text("contracts.pot")


def test_search_finds_the_prose(rest: Site) -> None:
    index = rest.build().text("searchindex.js")
    assert "emphat" in index


BROKEN = '''\
"""A broken module.

It has an `unclosed role and
an unknown_ target.
"""


def run() -> None:
    """Run.

    Fine so far.

    - a list
     that is indented

    .. note::
       :nonesuch: option

       What it says.

    |nothing|

    Args:
        x: *unclosed
    """
'''


def test_what_is_broken_is_reported_at_its_line_and_shown(site: Site) -> None:
    path = site.write("src/core/broken.py", BROKEN)
    site.configure(contracts_markup="rst", contracts_rules=dict.fromkeys(ITEMS, "off"))
    lines = BROKEN.splitlines()
    expected = {
        "Unknown target name": lines.index("an unknown_ target.") + 1,
        'Error in "note" directive': lines.index("    .. note::") + 1,
        "Undefined substitution": lines.index("    |nothing|") + 1,
    }
    for _ in range(2):
        built = site.run()
        assert built.code == 0
        for words, line in expected.items():
            found = [item for item in built.warnings if words in item]
            assert len(found) == 1, (words, built.warnings)
            assert found[0].endswith("[contracts.markup]")
            assert re.match(rf"(?:.*/)?src/core/broken\.py:{line}: WARNING: core\.broken", found[0]), found
        # the same again on a build without a change, in a page that lost nothing
        page = _page(built, "core.broken")
        for words in ("Fine so far", "What it says", "unclosed role", "nothing"):
            assert words in page, words
    assert path.exists()
    site.configure(suppress_warnings=["contracts.markup"])
    assert site.run("-W").code == 0


def test_a_change_of_lines_moves_the_report(site: Site) -> None:
    site.configure(contracts_markup="rst", contracts_rules=dict.fromkeys(ITEMS, "off"))
    site.write("src/core/broken.py", BROKEN)
    first = [item for item in site.build().warnings if "unknown" in item]
    site.write("src/core/broken.py", BROKEN.replace("It has", "\nIt has"))
    second = [item for item in site.build().warnings if "unknown" in item]
    assert "broken.py:4:" in first[0] and "broken.py:5:" in second[0]


def test_markdown_is_reported_at_its_line(site: Site) -> None:
    text = '"""A module.\n\nSome text.\n\n```{note}\n:nonesuch: x\n\nWhat it says.\n```\n"""\n'
    site.write("src/core/broken.py", text)
    site.configure(contracts_markup="myst", contracts_rules=dict.fromkeys(ITEMS, "off"))
    built = site.build()
    found = [item for item in built.warnings if "contracts.markup" in item]
    assert len(found) == 1 and re.search(r"broken\.py:[56]: WARNING: core\.broken: ", found[0]), built.warnings
    assert "What it says" in _page(built, "core.broken")


def test_an_inherited_docstring_is_reported_once(site: Site) -> None:
    site.write(
        "src/core/bases.py",
        '"""Bases."""\n\n\nclass Base:\n    """A base."""\n\n    def run(self) -> None:\n        """Run unknown_ things."""\n\n\n'
        'class Child(Base):\n    """A child."""\n\n    def run(self) -> None:\n        print()\n',
    )
    site.configure(contracts_markup="rst", contracts_rules=dict.fromkeys(ITEMS, "off"))
    built = site.build()
    assert len([item for item in built.warnings if "unknown" in item]) == 1
    assert _page(built, "core.bases").count("Run ") == 2


HOSTILE_REST = {
    "include": ".. include:: /etc/passwd",
    "include-relative": ".. include:: secret.txt\n   :literal:",
    "literalinclude": ".. literalinclude:: secret.txt",
    "csv": ".. csv-table::\n   :file: secret.txt",
    "csv-url": ".. csv-table::\n   :url: http://127.0.0.1:9/x",
    "raw": ".. raw:: html\n\n   <script>alert(1)</script>",
    "raw-file": ".. raw:: html\n   :file: secret.txt",
    "raw-role": ".. role:: html(raw)\n   :format: html\n\n:html:`<script>alert(1)</script>`",
    "download": ":download:`x <secret.txt>`",
    "figure": ".. figure:: secret.png\n\n   Caption",
    "image": ".. image:: secret.png",
    "image-remote": ".. image:: http://127.0.0.1:9/x.png",
    "image-substitution": ".. |pic| image:: secret.png\n\n|pic|",
    "default-role": ".. default-role:: literal\n\n`x`",
    "role": ".. role:: strange\n\n:strange:`x`",
    "only": ".. only:: html\n\n   text",
    "toctree": ".. toctree::\n\n   /index",
    "substitution": ".. |bad| replace:: `x <javascript:alert(1)>`__\n\n|bad|",
    "javascript": "`x <javascript:alert(1)>`_ and `y <JaVaScRiPt:alert(1)>`_ and `z <data:text/html,x>`_",
    "target": "click_ and core.good.run_\n\n.. _click: javascript:alert(1)\n.. _core.good.run: http://example.org/",
    "file": "`x <file:///etc/passwd>`_",
    "function": ".. py:function:: core.good.run()\n\n.. function:: core.good.other()",
    "module": ".. py:module:: core.good\n\n.. currentmodule:: os",
    "autodoc": ".. autofunction:: antigravity.fly\n\n.. automodule:: antigravity",
    "math": ":math:`\\\\input{secret}`\n\n.. math::\n\n   \\\\input{secret}",
    "label": ".. _index:\n\nIndex\n=====\n\nText",
    "highlight": ".. highlight:: c\n\n::\n\n    x",
    "meta": ".. meta::\n   :refresh: 0; url=javascript:alert(1)",
    "contents": ".. contents::\n\nOne\n===\n\nTwo\n===\n",
    "sectnum": ".. sectnum::\n\n.. title:: Other\n\n.. header:: x",
    "html": "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "unicode": ".. |u| unicode:: 0x202E\n\n|u|",
    "date": ".. |d| date::\n\n|d|",
    "graphviz": ".. graphviz:: secret.txt",
    "unknown": ".. nonesuch:: x\n   :y: z\n\n   Content",
    "eval": "|x| replace",
    "long": "x" * 10_000,
    "brackets": "(" * 3_000,
    "deep": "\n".join(f"{'  ' * depth}- x\n" for depth in range(55)),
    "quotes": "\n".join(f"{' ' * depth}x\n" for depth in range(100)),
    "index": ".. index:: core\n\n:index:`x`",
    "glossary": ".. glossary::\n\n   core\n      Text",
    "tab": "\\tx\\x00\\x1b[31m \\u202e",
    "percent": "100% %s %(x)s {x} {{ x }}",
}
HOSTILE_MYST = {
    "include": "```{include} /etc/passwd\n```",
    "literalinclude": "```{literalinclude} secret.txt\n```",
    "eval-rst": "```{eval-rst}\n.. include:: secret.txt\n.. raw:: html\n\n   <script>alert(1)</script>\n\n:download:`x <secret.txt>`\n```",
    "raw": "```{raw} html\n<script>alert(1)</script>\n```",
    "html": "<script>alert(1)</script>\n\n<div onclick=alert(1)>x</div>\n\nword <img src=x onerror=alert(1)> word",
    "html-admonition": '<div class="admonition">x</div>',
    "image": "![x](secret.png) and ![y](http://127.0.0.1:9/x.png)",
    "figure": "```{figure} secret.png\nCaption\n```",
    "download": "{download}`x <secret.txt>` and [x](secret.txt) and [y](/etc/passwd) and [z](file:///etc/passwd)",
    "javascript": "[x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) <javascript:alert(1)> [z](data:text/html,x)",
    "reference": "[x][bad]\n\n[bad]: javascript:alert(1)",
    "front-matter": "---\nmyst:\n  enable_extensions: [substitution]\n---\n\n{{ env }}",
    "substitution": "{{ env.config }} {{ 7 * 7 }}",
    "target": "(index)=\n# Index\n\ntext",
    "only": "```{only} html\ntext\n```",
    "toctree": "```{toctree}\n/index\n```",
    "function": "```{py:function} core.good.run()\n```",
    "autodoc": "```{autofunction} antigravity.fly\n```",
    "code-cell": "```{code-cell}\nimport os\n```",
    "math": "{math}`\\\\input{secret}` $x$",
    "attributes": "[x]{onclick=alert(1)} # {#index}",
    "inventory": "[x](inv:python#x) [y](project:#index) [z](path:secret.txt)",
    "comment": "% comment\n\n+++ block",
    "unclosed": "```{note\n**unclosed `x [y](z",
    "deep": "\n".join(f"{'  ' * depth}- x" for depth in range(55)),
    "quotes": ">" * 150 + " x",
    "long": "x" * 10_000,
    "brackets": "[" * 3_000,
}
CASES = [("rst", name) for name in HOSTILE_REST] + [("myst", name) for name in HOSTILE_MYST]


def _identifier(name: str) -> str:
    return f"h_{name.replace('-', '_')}"


def _module(text: str) -> str:
    return (
        f'"""Summary.\n\n{text}\n\nThe end.\n"""\n\n\ndef run() -> None:\n    """Run.\n\n'
        + "".join(
            f"    {line}\n" if line else "\n" for line in f"{text}\n\nRemarks:\n    {text.splitlines()[0]}".split("\n")
        )
        + '    """\n'
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Build]:
    """Both markups, with a module for each hostile text; the documents of the author are the same as without."""
    found: dict[str, Build] = {}
    for markup, texts in (("rst", HOSTILE_REST), ("myst", HOSTILE_MYST)):
        site = Site(tmp_path_factory.mktemp("hostile") / markup)
        site.write("src/core/good.py", GOOD)
        site.write("docs/index.rst", f"{INDEX}\n`default role`, ``code``::\n\n   some code\n\nUnchanged.\n")
        for folder in ("docs", "docs/contracts", "src/core"):
            site.write(f"{folder}/secret.txt", "root:x:topsecret\n")
            (site.root / folder / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\ntopsecret")
        site.configure(
            extensions=["sphinx.ext.autodoc", "sphinx.ext.graphviz", "sphinx_contracts"],
            contracts_markup=markup,
            contracts_rules=dict.fromkeys(ITEMS, "off"),
            suppress_warnings=["contracts.markup"],
        )
        before = site.build().text("index.html")
        for name, text in texts.items():
            (site.root / f"src/core/{_identifier(name)}.py").write_text(_module(text), encoding="utf-8")
        found[markup] = site.build()
        assert found[markup].text("index.html") == before
        labels = site.build().warnings
        assert found[markup].warnings == labels
    return found


@pytest.mark.parametrize(("markup", "name"), CASES)
def test_a_docstring_cannot_reach_out(built: dict[str, Build], markup: str, name: str) -> None:
    module = f"core.{_identifier(name)}"
    page = built[markup].text(f"contracts/{module}.html")
    assert "The end." in page and f'id="{module}.run"' in page
    body = page[page.index("contract-blocks") : page.index('<div class="clearer">')]
    assert "topsecret" not in page and "root:x:" not in page
    tags: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append((tag, dict(attrs)))

    Reader().feed(body)
    assert not {"script", "img", "iframe", "object", "meta", "form", "input"} & {tag for tag, _ in tags}
    assert not [tag for tag, attributes in tags if any(key.startswith("on") for key in attributes)]
    addresses = [attributes.get(key) or "" for _, attributes in tags for key in ("href", "src")]
    schemes = {match[1].lower() for item in addresses if (match := re.match(r"\s*([^/#?]*):", item))}
    assert schemes <= {"http", "https", "mailto"}
    assert not [item for item in addresses if "secret" in item]
    ids = [attributes["id"] for _, attributes in tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    assert all(str(item).startswith(module) for item in ids), ids
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", page)


@pytest.mark.parametrize("markup", ["rst", "myst"])
def test_nothing_leaves_the_docstrings(built: dict[str, Build], markup: str) -> None:
    outdir = built[markup].outdir
    assert (built[markup].error, built[markup].warnings) == ("", [])
    names = {path.name for path in outdir.rglob("*") if path.is_file()}
    assert not {"secret.txt", "secret.png"} & names
    assert not (outdir / "_downloads").exists() or not any((outdir / "_downloads").iterdir())
    assert "antigravity" not in sys.modules


@pytest.mark.parametrize("markup", ["rst", "myst"])
def test_what_is_refused_is_shown(built: dict[str, Build], markup: str) -> None:
    texts = {"include": "/etc/passwd", "autodoc": "antigravity.fly", "toctree": "/index", "only": "text"}
    for name, words in texts.items():
        body = built[markup].text(f"contracts/core.{_identifier(name)}.html")
        assert words in re.sub(r"<[^>]*>", "", body), name


def test_beside_typehints(rest: Site) -> None:
    rest.configure(extensions=["sphinx.ext.autodoc", "sphinx_autodoc_typehints", "sphinx_contracts"])
    built = rest.run("-W")
    assert built.code == 0, built.error
    assert [line for line in built.warnings if "contracts" in line] == []
    assert "Napoleon makes this one." in _page(built, "core.rest")


HANDLER = """
def change(app, what, name, obj, options, lines):
    if name == "core.good.run":
        assert (what, obj) == ("function", None)
        lines[:] = ["Changed by *hand*."]
    if name == "core.rest":
        raise ValueError("no object")


def setup(app):
    app.connect("autodoc-process-docstring", change)
"""


def test_what_a_project_does_to_docstrings_is_done(rest: Site) -> None:
    rest.preamble = HANDLER
    rest.configure()
    built = rest.run()
    assert built.code == 0, built.error
    assert "<p>Changed by <em>hand</em>.</p>" in _page(built, "core.good")
    # one that fails costs the markup of that docstring, not the page
    found = [line for line in built.warnings if "contracts.markup" in line]
    assert len(found) > 0 and all(
        line.endswith("cannot be read as it is written: no object [contracts.markup]") for line in found
    )
    assert "At the foot." in _page(built, "core.rest")


def test_from_the_command_line(site: Site) -> None:
    site.write("src/core/noted.py", '"""Noted.\n\nNote:\n    By napoleon.\n"""\n')
    site.configure(suppress_warnings=["contracts.*"])
    built = site.run("-W", "-D", "contracts_markup=rst")
    assert built.code == 0, built.error
    assert 'class="admonition note"' in _page(built, "core.noted")


def test_several_workers_give_the_same(rest: Site) -> None:
    rest.write("src/core/broken.py", BROKEN)
    for number in range(12):
        rest.write(f"src/core/rest{number}.py", REST.replace("elsewhere", f"elsewhere{number}"))
    one, two = rest.run("-j1", out="one"), rest.run("-j4", out="two")
    assert one.code == two.code == 0
    assert sorted(one.warnings) == sorted(two.warnings) != []
    for path in (one.outdir / "contracts").glob("*.html"):
        assert path.read_text() == two.text(f"contracts/{path.name}"), path.name
