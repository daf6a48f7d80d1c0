"""Source trees are untrusted text: what a docstring says never runs, never opens a file, never breaks a page."""

import re

import pytest

from tests.sites.site import INDEX, Site

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
        f'    field: int = 1  # {text.splitlines()[0]}\n\n'
        f'    def call(self, x: int) -> int:\n        """{text}\n\n        {text}\n\n        Args:\n            x: {text}\n\n'
        f"        Returns:\n            int: {text}\n\n        Raises:\n            ValueError: {text}\n\n"
        f"        Side Effects:\n            - {text}\n\n        {text}:\n            {text}\n\n"
        f'        Example:\n            {text}\n        """\n'
    )


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_docstring_is_only_text(site: Site, name: str) -> None:
    site.write("docs/index.rst", INDEX + "\nUnchanged.\n")
    before = site.build().text("index.html")
    (site.root / "src/core/hostile.py").write_text(_module(HOSTILE[name]), encoding="utf-8")
    built = site.build(nitpicky=True, suppress_warnings=["contracts.*"])
    assert built.warnings == []
    assert built.error == ""
    page = built.text("contracts/core.hostile.html")
    body = page[page.index("contract-blocks") :]
    assert 'id="core.hostile.Holder.call"' in page
    assert "root:x:" not in page
    assert "<script>alert" not in body
    assert not re.search(r"<[^>]*\son\w+\s*=", body)
    schemes = re.findall(r'(?:href|src)="\s*([^"/#?]*):', body)
    assert set(schemes) <= {"http", "https", "mailto"}
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", page)
    assert built.text("index.html") == before


@pytest.mark.parametrize("name", list(HOSTILE))
def test_other_builders_survive(site: Site, name: str) -> None:
    (site.root / "src/core/hostile.py").write_text(_module(HOSTILE[name]), encoding="utf-8")
    built = site.build("text", suppress_warnings=["contracts.*"])
    assert (built.error, built.warnings) == ("", [])
    text = built.text("contracts/core.hostile.txt")
    assert "Holder" in text
    assert "root:x:" not in text


def test_hostile_names_and_defaults(site: Site) -> None:
    site.write(
        "src/core/hostile.py",
        'def f(a: "<script>alert(1)</script>" = "</code><script>alert(2)</script>", *, b=\'"><img onerror=x>\') -> "&amp;<b>":\n'
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
