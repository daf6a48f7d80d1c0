sphinx-autobuild --watch src --ignore "docs/contracts/*" docs docs/_build/html
