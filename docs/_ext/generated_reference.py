"""Reference pages that are made from the code while the site is built.

``settings-reference`` lists every setting from its declaration. ``command-output`` runs the command line and shows
what it prints, so no output stands in the repository that the code does not give. ``effects-reference`` lists the
catalogue of side effects, ``foreign-files-reference`` the files of other tools.
"""

import dataclasses
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata, OptionSpec

from sphinx_contracts.config import Settings
from sphinx_contracts.effects.catalogue import CATALOGUE, CONDITIONS, LIKELY, REQUIRED, TRAVELLING
from sphinx_contracts.effects.phrases import GENERAL
from sphinx_contracts.files.foreign import FOREIGN_FILES, FOREIGN_FOLDERS, FOREIGN_SUFFIXES


class SettingsReference(SphinxDirective):
    """Every setting with its names, type, default and meaning."""

    def run(self) -> list[nodes.Node]:
        entries = [self._entry(item) for item in dataclasses.fields(Settings)]
        return [nodes.definition_list("", *entries, classes=["settings"])]

    def _entry(self, item: "dataclasses.Field[object]") -> nodes.definition_list_item:
        name = f"contracts_{item.name}"
        term = nodes.term("", "", nodes.literal("", name), ids=[name.replace("_", "-")])
        # a setting's own functions are no default that anyone could write down
        default = item.default if item.default_factory is dataclasses.MISSING else item.default_factory()
        facts = nodes.paragraph(
            "",
            "",
            nodes.Text("Type "),
            nodes.literal("", inspect.formatannotation(item.type).replace("typing.", "")),
            nodes.Text(", default "),
            nodes.literal("", repr(default)),
            nodes.Text("; in pyproject.toml "),
            nodes.literal("", item.name.replace("_", "-")),
            nodes.Text("."),
        )
        meaning = nodes.paragraph("", "", *_inline(str(item.metadata["doc"])))
        return nodes.definition_list_item("", term, nodes.definition("", meaning, facts))


def _inline(text: str) -> list[nodes.Node]:
    """Text with ``literals``."""
    parts = re.split(r"``(.+?)``", text)
    return [nodes.literal("", part) if index % 2 else nodes.Text(part) for index, part in enumerate(parts) if part]


class CommandOutput(SphinxDirective):
    """Run ``sphinx-contracts`` with the arguments given and show what it prints."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[OptionSpec] = {
        "folder": directives.unchanged,  # where to run it, relative to the docs
        "status": directives.nonnegative_int,  # the exit code that the page speaks of, 0 unless given
        "lines": directives.positive_int,  # how many lines to show
    }

    def run(self) -> list[nodes.Node]:
        folder = Path(self.env.srcdir) / self.options.get("folder", ".")
        done = subprocess.run(
            [sys.executable, "-m", "sphinx_contracts", *self.arguments[0].split()],
            cwd=folder,
            env={**os.environ, "NO_COLOR": "1", "COLUMNS": "88", "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != self.options.get("status", 0):
            raise self.error(f"sphinx-contracts {self.arguments[0]} exits with {done.returncode}: {done.stderr}")
        shown = done.stdout.replace("python -m sphinx_contracts", "sphinx-contracts").rstrip().split("\n")
        count = self.options.get("lines", len(shown))
        if len(shown) > count:
            shown = [*shown[:count], "…"]
        text = "\n".join([f"$ sphinx-contracts {self.arguments[0]}", *shown])
        block = nodes.literal_block(text, text, language="console", force=True, classes=["wrapped"])
        self.set_source_info(block)
        return [block]


class EffectsReference(SphinxDirective):
    """Every category of side effects: whether it must be documented, whether it travels, and which calls have it."""

    def run(self) -> list[nodes.Node]:
        return [nodes.definition_list("", *map(self._entry, sorted({*CATALOGUE, *GENERAL})))]

    def _entry(self, category: str) -> nodes.definition_list_item:
        term = nodes.term("", "", nodes.literal("", category), ids=[f"effect-{category}"])
        facts = [f"{GENERAL[category].capitalize()}."] if category in GENERAL else []
        facts.append("Must be documented." if category in REQUIRED else "Need not be documented.")
        facts.append("Travels through calls." if category in TRAVELLING else "Does not travel through calls.")
        names = sorted(CATALOGUE.get(category, ()))
        likely = sorted(f".{name}()" for name, found in LIKELY.items() if found == category)
        parts = [nodes.paragraph("", " ".join(facts))]
        for label, found in (("Calls: ", names), ("Likely, whatever they are called on: ", likely)):
            if found:
                parts.append(nodes.paragraph("", label, *_listed(found)))
        return nodes.definition_list_item("", term, nodes.definition("", *parts))


def _listed(names: list[str]) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for index, name in enumerate(names):
        found += [nodes.Text(", " if index else ""), nodes.literal("", name)]
        if name in CONDITIONS:
            found.append(nodes.Text(" (not always)"))
    return found


class ForeignFilesReference(SphinxDirective):
    """The names of files of other tools: wherever they stand, by their ending, and in some folders."""

    def run(self) -> list[nodes.Node]:
        placed = [f"{folder}/{name}" for name, folders in FOREIGN_FOLDERS.items() for folder in folders]
        entries = (
            ("Wherever they stand", sorted(FOREIGN_FILES)),
            ("By their ending", sorted(f"*{suffix}" for suffix in FOREIGN_SUFFIXES)),
            ("Only in these folders", sorted(placed)),
        )
        return [nodes.definition_list("", *(self._entry(label, names) for label, names in entries))]

    def _entry(self, label: str, names: list[str]) -> nodes.definition_list_item:
        definition = nodes.definition("", nodes.paragraph("", "", *_listed(names)))
        return nodes.definition_list_item("", nodes.term("", label), definition)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives; their pages are read again on each build."""
    app.add_directive("settings-reference", SettingsReference)
    app.add_directive("command-output", CommandOutput)
    app.add_directive("effects-reference", EffectsReference)
    app.add_directive("foreign-files-reference", ForeignFilesReference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
