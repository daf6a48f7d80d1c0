"""random, time and thread: shown, never an error; draws, clocks and generators of one's own are nothing."""

import asyncio
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import numpy as np
import torch


def seed() -> None:
    """Seed the generator of all."""
    random.seed(1)  # expect: effect=random


def seed_numpy() -> None:
    """Seed the generator of all."""
    np.random.seed(1)  # expect: effect=random


def seed_torch() -> None:
    """Seed the generator of all."""
    torch.manual_seed(1)  # expect: effect=random


def draw() -> float:
    """A draw."""
    return random.random() + random.choice([1, 2])


def draw_from_own() -> float:
    """A draw from a generator of one's own."""
    return random.Random(1).random()


def own_generator() -> np.random.Generator:
    """A generator of one's own."""
    return np.random.default_rng(1)


def wait() -> None:
    """Block."""
    time.sleep(1)  # expect: effect=time


def now() -> tuple[float, float, datetime]:
    """Clocks."""
    return time.time(), time.perf_counter(), datetime.now()


def start() -> None:
    """Start a thread."""
    threading.Thread(target=now).start()  # expect: effect=thread


def start_later() -> None:
    """Start a thread."""
    threading.Timer(1, now).start()  # expect: effect=thread


def work_together() -> None:
    """Start threads."""
    with ThreadPoolExecutor():  # expect: effect=thread
        pass


async def go_on() -> None:
    """Start a task."""
    await asyncio.create_task(asyncio.sleep(0))  # expect: effect=thread


_LOCK = threading.Lock()


def one_by_one() -> float:
    """A lock starts nothing."""
    with _LOCK, threading.RLock():
        return time.monotonic()
