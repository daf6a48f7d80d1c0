"""
Training status module.

This module holds the status that a running job publishes, and reads and writes the file that carries it.
Dashboards poll the file, so it is replaced atomically.

Key Components:
    - TrainingStatus: Everything the status file says
    - RecentExample: One question that the model answered lately
    - TrainingMetrics: Histories and throughput
    - write_status: Write the status file
    - read_status: Read the status file

Usage:
    from pathlib import Path

    from core.training_status import read_status

    status = read_status(Path("training_status.json"))
    print(f"{status.current_step}/{status.total_steps}: loss {status.loss:.2f}")

Training Status JSON Format
---------------------------

The training_status.json file has the following structure:

{
    "current_step": 1000,           // int: Current training step
    "total_steps": 10000,           // int: Total steps to train
    "loss": 0.45,                   // float: Current training loss
    "validation_loss": 0.52,        // float: Current validation loss
    "val_train_gap": 0.07,          // float: Gap between val and train loss
    "learning_rate": 0.0002,        // float: Current learning rate
    "epoch": 1.5,                   // float: Current epoch (fractional)
    "examples_seen": 16000,         // int: Total examples processed
    "timestamp": "2025-11-24T10:30:00",  // ISO string: Last update time
    "recent_examples": [            // List: Recent inference examples
        {
            "prompt": "What is 2+2?",         // str: Input prompt
            "golden_answer": "4",             // str: Expected answer
            "model_answer": "4",              // str: Model's answer
            "correct": true                   // bool: Whether correct
        }
    ],
    "metrics": {                    // Dict: Additional metrics
        "train_loss_history": [0.5, 0.48, 0.45],  // List[float]
        "accuracy_history": [0.7, 0.75, 0.8],     // List[float]
        "tokens_per_second": 1250.5               // float
    }
}
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List

from core.atomic_ops import write_json_atomic


@dataclass
class RecentExample:
    """
    One question that the model answered lately.

    The status file holds a few of them, so that people see what the model says.
    """

    prompt: str  # Input prompt
    golden_answer: str  # Expected answer
    model_answer: str  # Model's answer
    correct: bool  # Whether correct


@dataclass
class TrainingMetrics:
    """
    Histories and throughput of a job.

    Both histories grow by one value with each update of the status.
    """

    train_loss_history: List[float] = field(default_factory=list)  # Training loss at each update
    accuracy_history: List[float] = field(default_factory=list)  # Share of validation examples answered right
    tokens_per_second: float = 0.0  # Tokens trained on per second of wall-clock time


@dataclass
class TrainingStatus:
    """
    Everything the status file says.

    The fields are the keys of the file, in its order.
    """

    current_step: int  # Current training step
    total_steps: int  # Total steps to train
    loss: float  # Current training loss
    validation_loss: float  # Current validation loss
    val_train_gap: float  # Gap between val and train loss
    learning_rate: float  # Current learning rate
    epoch: float  # Current epoch (fractional)
    examples_seen: int  # Total examples processed
    timestamp: str  # Last update time, ISO 8601 without time zone
    recent_examples: List[RecentExample] = field(default_factory=list)  # Recent inference examples
    metrics: TrainingMetrics = field(default_factory=TrainingMetrics)  # Additional metrics

    def to_dict(self) -> Dict[str, Any]:
        """
        Turn the status into the members of the status file.

        Returns:
            Dict with the keys and values of the Training Status JSON Format:
                - current_step: int (current training step)
                - total_steps: int (total steps to train)
                - loss: float (current training loss)
                - validation_loss: float (current validation loss)
                - val_train_gap: float (gap between val and train loss)
                - learning_rate: float (current learning rate)
                - epoch: float (current epoch, fractional)
                - examples_seen: int (total examples processed)
                - timestamp: str (last update time)
                - recent_examples: List[Dict[str, Any]] (recent inference examples)
                - metrics: Dict[str, Any] (additional metrics)

        Example:
            members = status.to_dict()
            assert members["current_step"] == status.current_step
        """
        return {
            "current_step": self.current_step,
            "total_steps": self.total_steps,
            "loss": self.loss,
            "validation_loss": self.validation_loss,
            "val_train_gap": self.val_train_gap,
            "learning_rate": self.learning_rate,
            "epoch": self.epoch,
            "examples_seen": self.examples_seen,
            "timestamp": self.timestamp,
            "recent_examples": [vars(example) for example in self.recent_examples],
            "metrics": vars(self.metrics),
        }


def write_status(status: TrainingStatus, path: Path) -> None:
    """
    Write the status file.

    Args:
        status: Status to publish
        path: Status file

    Raises:
        OSError: If the file cannot be written
        JSONEncodeError: If a number of the status is not finite

    Guarantees:
        - Readers see the old status or the new one, never a part of either

    Side Effects:
        - Creates or replaces the status file

    Example:
        write_status(status, Path("training_status.json"))
    """
    write_json_atomic(status.to_dict(), path)


def read_status(path: Path) -> TrainingStatus:
    """
    Read the status file.

    Args:
        path: Status file

    Returns:
        Status as it was written

    Raises:
        OSError: If the file cannot be read
        ValueError: If the file is no JSON object with the documented keys

    Example:
        status = read_status(Path("training_status.json"))
    """
    try:
        members = json.loads(path.read_text(encoding="utf-8"))
        examples = [RecentExample(**example) for example in members.pop("recent_examples")]
        metrics = TrainingMetrics(**members.pop("metrics"))
        return TrainingStatus(recent_examples=examples, metrics=metrics, **members)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{path} is no training status: {error}") from error
