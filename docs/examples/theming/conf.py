"""A site with a style sheet of its own."""

extensions = ["sphinx_contracts"]
contracts_sources = ["../src"]
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["contracts.css"]
