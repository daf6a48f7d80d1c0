"""Names that are imported in one place for old and in another for new interpreters."""

import sys

if sys.version_info[0] < 3:
    from urllib2 import urlopen
else:
    from urllib.request import urlopen

if sys.version_info >= (3,):
    from urllib.request import urlretrieve
else:
    from urllib import urlretrieve

try:
    from urllib2 import urlopen as fetch
except ImportError:
    from urllib.request import urlopen as fetch


def by_else(url: str) -> bytes:
    """Comes from the branch of new ones."""
    return urlopen(url).read()  # expect: effect=network; finding=side-effect-undocumented


def by_if(url: str) -> str:
    """Comes from the branch of new ones."""
    return urlretrieve(url)[0]  # expect: effect=network; finding=side-effect-undocumented; may=file-write


def by_handler(url: str) -> bytes:
    """Comes from where the import failed."""
    return fetch(url).read()  # expect: effect=network; finding=side-effect-undocumented
