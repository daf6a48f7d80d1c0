"""
Training journal module.

This module keeps the journals of a job. Each of its formats has one fault.

Key Components:
    - write_losses: Write the journal of losses
    - write_speeds: Write the journal of speeds
    - write_times: Write the journal of times
    - write_paths: Write the journal of paths
    - write_names: Write the journal of names
    - write_epochs: Write the journal of epochs

Usage:
    from pathlib import Path

    from core.journal import write_losses

    write_losses({"step": 100, "loss": 0.45}, Path("losses.json"))
"""

import json
from pathlib import Path
from typing import Dict


# planted: format-unnamed at {
def write_losses(losses: Dict[str, float], path: Path) -> None:
    """
    Write the journal of losses.

    File Format:
        {
            "step": 100,  // int: Steps trained
            "loss": 0.45  // float: Training loss at that step
        }

    Args:
        losses: What the file holds
        path: File to write

    Side Effects:
        - Creates or replaces the file at path

    Example:
        write_losses({"step": 100, "loss": 0.45}, Path("losses.json"))
    """
    path.write_text(json.dumps(losses), encoding="utf-8")


# planted: format-unparsed at "speed" 1250.5
def write_speeds(speeds: Dict[str, float], path: Path) -> None:
    """
    Write the journal of speeds.

    speeds.json Format:
        {
            "step": 100,  // int: Steps trained
            "speed" 1250.5  // float: Tokens per second
        }

    Args:
        speeds: What the file holds
        path: File to write

    Side Effects:
        - Creates or replaces the file at path

    Example:
        write_speeds({"step": 100, "speed": 1250.5}, Path("speeds.json"))
    """
    path.write_text(json.dumps(speeds), encoding="utf-8")


# planted: format-field-untyped at "time": whatever
def write_times(times: Dict[str, str], path: Path) -> None:
    """
    Write the journal of times.

    times.json Format:
        {
            "step": 100,  // int: Steps trained
            "time": whatever the clock says
        }

    Args:
        times: What the file holds
        path: File to write

    Side Effects:
        - Creates or replaces the file at path

    Example:
        write_times({"step": "100", "time": "10:30"}, Path("times.json"))
    """
    path.write_text(json.dumps(times), encoding="utf-8")


# planted: format-field-undescribed at "path": "checkpoint.json"
def write_paths(paths: Dict[str, str], path: Path) -> None:
    """
    Write the journal of paths.

    paths.json Format:
        {
            "step": 100,  // int: Steps trained
            "path": "checkpoint.json"
        }

    Args:
        paths: What the file holds
        path: File to write

    Side Effects:
        - Creates or replaces the file at path

    Example:
        write_paths({"step": "100", "path": "checkpoint.json"}, Path("paths.json"))
    """
    path.write_text(json.dumps(paths), encoding="utf-8")


# planted: format-example-missing at "name": str
def write_names(names: Dict[str, str], path: Path) -> None:
    """
    Write the journal of names.

    names.json Format:
        {
            "step": 100,  // int: Steps trained
            "name": str  // Name of the job
        }

    Args:
        names: What the file holds
        path: File to write

    Side Effects:
        - Creates or replaces the file at path

    Example:
        write_names({"step": "100", "name": "first"}, Path("names.json"))
    """
    path.write_text(json.dumps(names), encoding="utf-8")


# planted: format-drift at {
def write_epochs(step: int, epoch: float, path: Path) -> None:
    """
    Write the journal of epochs.

    epochs.json Format:
        {
            "step": 100,  // int: Steps trained
            "round": 1.5  // float: Rounds through the dataset
        }

    Args:
        step: Steps trained
        epoch: Rounds through the dataset
        path: File to write

    Side Effects:
        - Creates or replaces the file at path

    Example:
        write_epochs(100, 1.5, Path("epochs.json"))
    """
    path.write_text(json.dumps({"step": step, "epoch": epoch}), encoding="utf-8")
