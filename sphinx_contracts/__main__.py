"""``python -m sphinx_contracts``: the command line.

The same command as ``sphinx-contracts``.

Key Components:
    - main: the command, from ``sphinx_contracts.cli``

Usage:
    python -m sphinx_contracts check src
"""

from sphinx_contracts.cli import main

if __name__ == "__main__":
    main()
