"""Sites to build."""

from pathlib import Path

import pytest

from tests.sites.site import GOOD, Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with one package that holds one good module."""
    site = Site(tmp_path / "site")
    site.write("src/core/good.py", GOOD)
    return site
