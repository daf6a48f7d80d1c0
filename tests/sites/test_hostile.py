"""Source trees are untrusted text: what a docstring says never runs, never opens a file, never breaks a page."""

import re
from html.parser import HTMLParser

import pytest

from tests.sites.site import GOOD, INDEX, Build, Site

HOSTILE = {
    "include": ".. include:: /etc/passwd",
    "include-literal": ".. literalinclude:: /etc/passwd",
    "raw": ".. raw:: html\n\n       <script>alert(1)</script>",
    "raw-file": ".. raw:: html\n       :file: /etc/passwd",
    "csv": ".. csv-table::\n       :file: /etc/passwd",
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "comment": "<!-- -->--><script>alert(1)</script>",
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
    "attribute": "\" onmouseover=\"alert(1)\" ' onclick='alert(1)'",
    "download": ":download:`x </etc/passwd>`",
    "default-role": ".. default-role:: literal",
    "only": ".. only:: html\n\n       text",
    "toctree": ".. toctree::\n\n       /index",
    "title": "Title\n    =====\n\n    Sub\n    ---",
    "substitution": "|a| |b|_",
    "unclosed": "``unclosed *emphasis **strong `role :class:`x",
    "reference": "x_ `y`_ [1]_ [#f]_ __ anonymous__",
    "javascript": "`click <javascript:alert(1)>`_ [click](javascript:alert(1))",
    "javascript-split": "[click](JaVa\\tScript:alert(1)) `c <data:text/html,x>`_",
    "table": "| a | b |\n    +---+---+\n    | 1 | 2 |",
    "long": "x" * 10_000,
    "control": "a\\x00b\\x1b[31mc\\x7f \\u202egnp.exe \\u2066 \\ud800 \\x0c",
    "math": "$x$ :math:`\\frac{1}{2}` .. math:: x",
    "myst": "```{include} /etc/passwd\n    ```\n    {download}`/etc/passwd`",
    "target": ".. _core.good.run:\n    .. _a: http://x",
    "percent": "100% %s %(x)s {path} {{ x }} {% raw %}",
}


def _module(text: str) -> str:
    return (
        f'"""{text}\n\n    {text}\n\n    Usage:\n        {text}\n"""\n\n\n'
        "class Holder:\n"
        f'    """{text}\n\n    {text}\n\n    Attributes:\n        field: {text}\n    """\n\n'
        f"    field: int = 1  # {text.splitlines()[0]}\n\n"
        f'    def call(self, x: int) -> int:\n        """{text}\n\n        {text}\n\n'
        f"        Args:\n            x: {text}\n\n"
        f"        Returns:\n            int: {text}\n\n        Raises:\n            ValueError: {text}\n\n"
        f"        Side Effects:\n            - {text}\n\n        {text}:\n            {text}\n\n"
        f'        Example:\n            {text}\n        """\n'
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with a module for each hostile text."""
    site = Site(tmp_path_factory.mktemp("hostile") / "site")
    site.write("src/core/good.py", GOOD)
    site.write("docs/index.rst", INDEX + "\nUnchanged.\n")
    site.configure(nitpicky=True, suppress_warnings=["contracts.*"])
    return site


@pytest.fixture(scope="module")
def pages(hostile: Site) -> Build:
    """The site as HTML; the documents of its author are the same as without the hostile modules."""
    before = hostile.build().text("index.html")
    for name, text in HOSTILE.items():
        (hostile.root / f"src/core/{_identifier(name)}.py").write_text(_module(text), encoding="utf-8")
    built = hostile.build()
    assert built.text("index.html") == before
    return built


def _tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Reader().feed(page)
    return found


def _identifier(name: str) -> str:
    return name.replace("-", "_")


def test_nothing_warns(pages: Build) -> None:
    assert (pages.error, pages.warnings) == ("", [])


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_docstring_is_only_text(pages: Build, name: str) -> None:
    module = f"core.{_identifier(name)}"
    page = pages.text(f"contracts/{module}.html")
    body = page[page.index("contract-blocks") :]
    assert f'id="{module}.Holder.call"' in page
    assert "root:x:" not in page
    tags = _tags(page)
    assert not [name for name, attributes in tags if any(key.startswith("on") for key in attributes)]
    scripts = [attributes for name, attributes in tags if name == "script"]
    assert scripts == [
        attributes for name, attributes in _tags(pages.text("contracts/core.good.html")) if name == "script"
    ]
    addresses = [attributes.get(key) or "" for _, attributes in tags for key in ("href", "src")]
    schemes = {match[1].lower() for item in addresses if (match := re.match(r"\s*([^/#?]*):", item))}
    assert schemes <= {"http", "https", "mailto"}
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", page)
    assert body.count("<table") == body.count("</table>") > 3
    rows = [re.findall(r"<t[hd]", row) for row in re.findall(r"<tr[ >].*?</tr>", body, re.DOTALL)]
    assert all(1 <= len(row) <= 5 for row in rows)


def test_the_index_keeps_its_shape(pages: Build) -> None:
    page = pages.text("contracts/index.html")
    table = page[page.index("contract-modules") : page.index("</table>")]
    assert table.count('<th scope="row"') == len(HOSTILE) + 2


def test_other_builders_survive(hostile: Site, pages: Build) -> None:
    for builder in ("text", "xml"):
        # Sphinx takes half a minute to wrap words of 10,000 characters in the cells of a text table
        built = hostile.build(builder, contracts_exclude=["core.long"])
        assert (built.error, built.warnings) == ("", [])
        for name in HOSTILE.keys() - {"long"}:
            text = built.text(f"contracts/core.{_identifier(name)}.{'txt' if builder == 'text' else builder}")
            assert "Holder" in text
            assert "root:x:" not in text


def test_hostile_names_and_defaults(site: Site) -> None:
    site.write(
        "src/core/hostile.py",
        'def f(a: "<script>alert(1)</script>" = "</code><script>alert(2)</script>",\n'
        '      *, b=\'"><img onerror=x>\') -> "&amp;<b>":\n'
        '    """F."""\n',
    )
    page = site.build(suppress_warnings=["contracts.*"]).text("contracts/core.hostile.html")
    body = page[page.index("contract-blocks") :]
    assert "<script>alert" not in body
    assert "<img" not in body
    assert "&lt;script&gt;alert(2)" in body


def test_many_nested_classes(site: Site) -> None:
    lines = [f"{'    ' * depth}class C{depth}:" for depth in range(90)]
    site.write("src/core/deep.py", "\n".join(lines) + f"\n{'    ' * 90}pass\n")
    built = site.run()
    assert built.code == 0, built.error
    assert 'id="core.deep.C0.C1.C2.C3.C4.C5.C6.C7"' in built.text("contracts/core.deep.html")


def test_a_heavy_module_takes_linear_time(site: Site) -> None:
    site.write("src/core/heavy.py", "\n\n".join(f'def f{number}():\n    """F {number}."""' for number in range(1500)))
    built = site.build(suppress_warnings=["contracts.*"])
    assert built.error == ""
    assert 'id="core.heavy.f1499"' in built.text("contracts/core.heavy.html")
