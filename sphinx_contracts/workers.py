"""The analysis of many files: from the cache where they are unchanged, by several processes where there are many.

Each file is analysed on its own, so it does not matter who does it. Any ``concurrent.futures.Executor`` will do: a
pool of processes here, or an engine that spreads the files over other machines. The files' bytes are sent, so those
need not share a file system.

Key Components:
    - analyse: materials as modules

Usage:
    from concurrent.futures import ProcessPoolExecutor

    from sphinx_contracts.materials import read
    from sphinx_contracts.workers import analyse

    with ProcessPoolExecutor(2) as executor:
        modules = analyse(read(files, settings), settings, executor=executor)
"""

import multiprocessing
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import nullcontext

from sphinx_contracts.analyse.modules import analyse_source
from sphinx_contracts.cache import Cache, packed, unpacked
from sphinx_contracts.config import Settings
from sphinx_contracts.garbage import without_collection
from sphinx_contracts.materials import Material
from sphinx_contracts.model.contract import Module
from sphinx_contracts.source import Source, parse_source

__all__ = ["analyse"]

_ENOUGH = 1_000_000  # bytes of source from which on processes are worth their start
_BATCH = 200_000  # bytes of source that are sent at once


def analyse(
    materials: Sequence[Material],
    settings: Settings,
    *,
    executor: Executor | None = None,
    jobs: int = 1,
    cache: Cache | None = None,
) -> list[Module]:
    """Analyse files, each on its own.

    Args:
        materials: The files as they were read
        settings: The settings
        executor: What analyses them; None: this process, or processes of its own
        jobs: The most processes to start where there is no executor
        cache: What earlier runs found out; ``save`` is left to the caller

    Returns:
        One module for each file, in their order; one that cannot be read or parsed has a problem and nothing else

    Side Effects:
        - Starts processes where ``jobs`` allows and there is enough to do
        - Reads the cache, and adds to it what was not there

    Example:
        modules = analyse(read(files, settings), settings)
    """
    known = [cache.get(item.path, item.digest) if cache is not None else None for item in materials]
    left = [item for item, module in zip(materials, known, strict=True) if module is None]
    if cache is None and executor is None and jobs <= 1:
        return [_analysed(item, settings) for item in materials]
    made = iter(_spread(left, settings, executor, jobs, cache))
    return [module if module is not None else next(made) for module in known]


def _spread(
    left: Sequence[Material], settings: Settings, executor: Executor | None, jobs: int, cache: Cache | None
) -> Iterator[Module]:
    """Analyse by several processes where that pays; what a process leaves undone is done here."""
    batches = list(_batches(left))
    done = 0
    pays = jobs > 1 and len(batches) > 1 and sum(_size(item) for item in left) >= _ENOUGH
    if executor is not None or pays:
        engine = nullcontext(executor) if executor is not None else _pool(min(jobs, len(batches)))
        try:
            with engine as chosen:
                assert chosen is not None
                for batch, blobs in zip(batches, chosen.map(_batch, batches, [settings] * len(batches)), strict=True):
                    done += 1
                    for item, blob in zip(batch, blobs, strict=True):
                        if cache is not None:
                            cache.put(item.path, item.digest, blob)
                        yield unpacked(blob)
        except BrokenExecutor:
            pass  # a process was killed: no reason to lose the run
    for batch in batches[done:]:
        for item in batch:
            module = _analysed(item, settings)
            if cache is not None:
                cache.put(item.path, item.digest, packed(module))
            yield module


def _pool(processes: int) -> ProcessPoolExecutor:
    # a fork is quick, and safe as long as no other thread runs
    forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return ProcessPoolExecutor(processes, multiprocessing.get_context("fork" if forks else "spawn"))


def _batches(items: Iterable[Material]) -> Iterator[list[Material]]:
    batch: list[Material] = []
    size = 0
    for item in items:
        batch.append(item)
        size += _size(item)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(item: Material) -> int:
    return len(item.data) if isinstance(item.data, bytes) else 0


def _batch(items: Sequence[Material], settings: Settings) -> list[bytes]:
    with without_collection():
        return [packed(_analysed(item, settings)) for item in items]


def _analysed(item: Material, settings: Settings) -> Module:
    source = parse_source(item.data) if isinstance(item.data, bytes) else Source(problem=item.data)
    return analyse_source(item.name, item.path, source, settings)
