"""The documentation site of sphinx-contracts, which documents its own contracts and an example code base."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sphinx-contracts"
author = "The sphinx-contracts maintainers"
copyright = "The sphinx-contracts maintainers"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_autodoc_typehints",
    "sphinx_contracts",
    "generated_reference",
]
exclude_patterns = ["_build", "_ext", "examples"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

contracts_sources = ["../sphinx_contracts", "examples/training"]
contracts_gate = True

html_theme = "furo"
html_title = "sphinx-contracts"
html_static_path = ["_static"]
html_css_files = ["docs.css"]
