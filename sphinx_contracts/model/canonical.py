"""Digests of records: equal records have equal digests, in whatever process and however they were made.

A plain pickle would not do: it tells whether two equal strings are one object, and the order of a set differs from
process to process.

Key Components:
    - digest_of: the digest of anything made of records

Usage:
    from sphinx_contracts.model.canonical import digest_of
    from sphinx_contracts.model.code import Chain

    same = digest_of(Chain("pathlib.Path")) == digest_of(Chain("pathlib.Path"))
"""

import hashlib
import io
import pickle

from sphinx_contracts.model.fast_init import ORDERED

__all__ = ["digest_of"]


def digest_of(value: object) -> str:
    """Digest a value by what it is made of.

    Args:
        value: Records, tuples, lists, mappings and plain values in each other; sets only as fields of records that
            ``fast_init`` has made

    Returns:
        32 hexadecimal digits

    Example:
        digest = digest_of((module, findings))
    """
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, 5)
    pickler.fast = True  # every object is written whole wherever it stands
    pickler.dispatch_table = ORDERED
    pickler.dump(value)
    return hashlib.blake2b(stream.getbuffer(), digest_size=16).hexdigest()
