"""The documentation site of sphinx-contracts, which documents its own contracts and an example code base."""

import sys
import tomllib
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
    "hostile_tables",
    "peer_tables",
    "standard_rules",
]
exclude_patterns = ["_build", "_ext", "examples"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

contracts_sources = ["../sphinx_contracts", "examples/training"]
contracts_formats = {
    "training_status.json": ["examples/training/samples/training_status.json"],
    "data.jsonl": ["examples/training/samples/*.jsonl"],
}
contracts_gate = True
# the phases that the guide to adoption shows, all of them enforced here, and everything else behind them
_guide = tomllib.loads((Path(__file__).parent / "examples/adopting/rollout.toml").read_text(encoding="utf-8"))
contracts_rollout = [
    *({**phase, "enforce": True} for phase in _guide["tool"]["sphinx-contracts"]["rollout"]),
    {"name": "Everything else", "modules": ["*"], "enforce": True},
]

# every reference has its target; those into the standard library would need the network while the site is built
nitpicky = True
nitpick_ignore_regex = [("py:.*", r"(collections|pathlib|typing)\..*")]

html_theme = "furo"
html_title = "sphinx-contracts"
html_static_path = ["_static"]
html_css_files = ["docs.css"]
