"""log: shown, never an error."""

import logging
import math
from logging import getLogger

logger = logging.getLogger(__name__)
_private = getLogger("private")


def by_module(text: str) -> None:
    """Log."""
    logging.info(text)  # expect: effect=log


def by_logger(text: str) -> None:
    """Log."""
    logger.warning(text)  # expect: effect=log


def by_imported(text: str) -> None:
    """Log."""
    _private.debug(text)  # expect: effect=log


def by_local(text: str) -> None:
    """Log."""
    log = logging.getLogger("local")
    log.error(text)  # expect: effect=log


def by_new(text: str) -> None:
    """Log."""
    logging.getLogger("new").info(text)  # expect: effect=log


def by_parameter(log: logging.Logger, text: str) -> None:
    """Log."""
    log.info(text)  # expect: effect=log


class Worker:
    """A worker with a logger."""

    def __init__(self) -> None:
        """Take a logger."""
        self.log = logging.getLogger("worker")

    def work(self) -> None:
        """Log."""
        self.log.exception("failed")  # expect: effect=log


def ask_for_logger() -> logging.Logger:
    """Asking logs nothing."""
    return logging.getLogger("x")


def compute(value: float) -> float:
    """A logarithm."""
    return math.log(value)


def by_unknown(log, text: str) -> None:
    """Nothing is known of this parameter."""
    log.info(text)
