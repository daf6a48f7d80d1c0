"""Docstrings that would run, read, steer or break something, were they more than text."""

from tests.hostile.inputs.record import Input, Outcome

__all__ = ["DOCSTRINGS"]

# row, name, text; the text stands in a literal, so that escapes are those of Python
_TEXTS = (
    ("control characters", "NUL", "a\\x00b"),
    ("control characters", "escape sequence", "a\\x1b[31mred\\x1b]0;title\\x07"),
    ("control characters", "others", "a\\x08b\\x7fc\\x9bd\\x0ce\\x85f\\u2028g"),
    ("control characters", "lone surrogates", "a\\ud800b\\udfffc"),
    ("control characters", "bidirectional overrides", "a\\u202egnp.exe \\u2066x\\u2069 \\u200f"),
    ("directives", "include", ".. include:: /etc/passwd"),
    ("directives", "literalinclude", ".. literalinclude:: /etc/passwd"),
    ("directives", "csv-table :file:", ".. csv-table::\n       :file: /etc/passwd"),
    ("directives", "download role", ":download:`x </etc/passwd>`"),
    ("directives", "raw", ".. raw:: html\n\n       <script>alert(1)</script>"),
    ("directives", "raw :file:", ".. raw:: html\n       :file: /etc/passwd"),
    ("directives", "default-role", ".. default-role:: literal"),
    ("directives", "only", ".. only:: html\n\n       text"),
    ("directives", "toctree", ".. toctree::\n\n       /index"),
    ("directives", "math", "$x$ :math:`\\frac{1}{2}` .. math:: x"),
    ("directives", "MyST include", "```{include} /etc/passwd\n    ```\n    {download}`/etc/passwd`"),
    ("markup", "<script>", "<script>alert(1)</script>"),
    ("markup", "<img onerror>", "<img src=x onerror=alert(1)>"),
    ("markup", "comment that ends", "<!-- -->--><script>alert(1)</script>"),
    ("markup", "entities", "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;"),
    ("markup", "attributes", "\" onmouseover=\"alert(1)\" ' onclick='alert(1)'"),
    ("markup", "titles", "Title\n    =====\n\n    Sub\n    ---"),
    ("markup", "substitutions", "|a| |b|_"),
    ("markup", "unclosed markup", "``unclosed *emphasis **strong `role :class:`x"),
    ("markup", "*args", "*args and **kwargs, *a"),
    ("markup", "x_", "x_ `y`_ [1]_ [#f]_ __ anonymous__"),
    ("markup", "targets", ".. _core.good.run:\n    .. _a: http://x"),
    ("markup", "templates", "100% %s %(x)s {path} {{ x }} {% raw %}"),
    ("links", "javascript:", "`click <javascript:alert(1)>`_ [click](javascript:alert(1))"),
    ("links", "JaVa⇥Script:", "[click](JaVa\\tScript:alert(1)) `c <JaVa\\tScript:alert(1)>`_"),
    ("links", "data:", "`c <data:text/html,x>`_ [c](data:text/html;base64,PHNjcmlwdD4=)"),
    ("links", "vbscript: and file:", "`c <vbscript:x>`_ [c](file:///etc/passwd) <file:///etc/passwd>"),
    ("tables", "| and +---+ in cells", "| a | b |\n    +---+---+\n    | 1 | 2 |"),
    ("tables", "newlines in cells", "a\\n\\n+---+\\n| b |\\n+---+\\n\\n    c"),
    ("tables", "10,000 characters without a space", "x" * 10_000),
)


def _module(text: str) -> str:
    """The text wherever a docstring or a comment may stand, and in each section of one."""
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


_CODE = '''\
def f(a: "<script>alert(1)</script>" = "</code><script>alert(2)</script>",
      *, b='"><img onerror=x>') -> "&amp;<b>":
    """F."""


class Holder:
    """H."""

    def call(self, x="\\x1b[31m\\u202e"):
        """C."""
'''

DOCSTRINGS = (
    *(Input(row, name, Outcome.LIT, _module(text).encode("utf-8")) for row, name, text in _TEXTS),
    Input("markup", "annotations and defaults", Outcome.LIT, _CODE.encode()),
)
