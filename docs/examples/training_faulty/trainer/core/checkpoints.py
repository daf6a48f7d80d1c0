"""
Checkpoint module.

This module keeps the checkpoints of a job. In each of its functions the code and the documentation disagree.

Key Components:
    - save_checkpoint: Write a checkpoint
    - save_best: Write the best checkpoint
    - copy_checkpoint: Copy a checkpoint
    - delete_checkpoint: Delete a checkpoint
    - checkpoint_name: Name of the checkpoint of a step
    - step_of: Step of a checkpoint
    - next_name: Name of the checkpoint after a step
    - is_newer: Compare two checkpoints
    - is_old: Look at a checkpoint

Usage:
    from pathlib import Path

    from trainer.core.checkpoints import save_checkpoint

    save_checkpoint(Path("checkpoint-100.json"), "{}")
"""

import shutil
import warnings
from pathlib import Path


# planted: side-effect-undocumented at path.write_text
def save_checkpoint(path: Path, text: str) -> None:
    """
    Write a checkpoint.

    Args:
        path: File to write
        text: Content of the checkpoint

    Example:
        save_checkpoint(Path("checkpoint-100.json"), "{}")
    """
    path.write_text(text, encoding="utf-8")


# planted: side-effect-propagated at save_checkpoint(folder
def save_best(folder: Path, text: str) -> None:
    """
    Write the best checkpoint.

    Args:
        folder: Folder of the checkpoints
        text: Content of the checkpoint

    Example:
        save_best(Path("output"), "{}")
    """
    save_checkpoint(folder / "best.json", text)


# planted: side-effect-contradicted at Side Effects:
def copy_checkpoint(source: Path, target: Path) -> None:
    """
    Copy a checkpoint.

    Args:
        source: Checkpoint to copy
        target: File to write

    Side Effects:
        None

    Example:
        copy_checkpoint(Path("checkpoint-100.json"), Path("best.json"))
    """
    shutil.copy(source, target)


# planted: side-effect-unmentioned at path.unlink
def delete_checkpoint(path: Path) -> None:
    """
    Delete a checkpoint.

    Args:
        path: Checkpoint to delete

    Side Effects:
        - Prints the name of the checkpoint to stdout

    Example:
        delete_checkpoint(Path("checkpoint-100.json"))
    """
    print(path.name)
    path.unlink()


# planted: exception-undocumented at raise ValueError
def checkpoint_name(step: int) -> str:
    """
    Name of the checkpoint of a step.

    Args:
        step: Step of the job, at least 1

    Returns:
        Name of the file

    Example:
        assert checkpoint_name(100) == "checkpoint-100.json"
    """
    if step < 1:
        raise ValueError("step must be >= 1")
    return f"checkpoint-{step}.json"


# planted: raises-contradicted at Raises:
def step_of(path: Path) -> int:
    """
    Step of a checkpoint.

    Args:
        path: Checkpoint

    Returns:
        Step of the job

    Raises:
        None

    Example:
        assert step_of(Path("checkpoint-100.json")) == 100
    """
    digits = path.stem.rpartition("-")[2]
    if not digits:
        raise ValueError("no step in the name")
    return int(digits)


# planted: exception-propagated at return checkpoint_name
def next_name(step: int) -> str:
    """
    Name of the checkpoint after a step.

    Args:
        step: Step of the job

    Returns:
        Name of the file

    Example:
        assert next_name(100) == "checkpoint-101.json"
    """
    return checkpoint_name(step + 1)


# planted: exception-unraised at LookupError
def is_newer(first: int, second: int) -> bool:
    """
    Compare two steps.

    Args:
        first: Step of one checkpoint
        second: Step of another

    Returns:
        True if the first is newer

    Raises:
        LookupError: If there is no such checkpoint

    Example:
        assert is_newer(200, 100)
    """
    return first > second


# planted: warning-undocumented at warnings.warn(
def is_old(step: int) -> bool:
    """
    Look at a step.

    Args:
        step: Step of a checkpoint

    Returns:
        True if it lies before step 100

    Example:
        assert is_old(50)
    """
    if step < 1:
        warnings.warn("steps are counted from 1", stacklevel=2)
    return step < 100
