project = "Word count"
extensions = ["myst_parser", "sphinx_contracts"]
contracts_sources = ["../wordcount.py"]
contracts_gate = True
html_theme = "furo"
