"""One site for all packages; the settings stand in the pyproject.toml above."""

project = "The shop"
extensions = ["myst_parser", "sphinx_contracts"]
