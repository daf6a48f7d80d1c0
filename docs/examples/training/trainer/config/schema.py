"""
Configuration schema module.

This module defines what a training job is: one dataclass for each concern and one that holds them all. Defaults
stand here and nowhere else.

Key Components:
    - TrainerConfig: Everything a job needs
    - DataConfig: Dataset and validation split
    - Hyperparams: Training hyperparameters
    - ProfileConfig: Data transformation profile
    - OutputConfig: Checkpoints
    - MonitoringConfig: Status file and callbacks

Usage:
    from trainer.config.schema import DataConfig, Hyperparams, TrainerConfig

    config = TrainerConfig(data=DataConfig(dataset="data.jsonl"), hyperparams=Hyperparams(batch_size=16))
    config.validate()
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, List, Optional

from core.training_status import TrainingStatus


@dataclass
class DataConfig:
    """
    Dataset of a job.

    The validation examples are taken from the dataset and never trained on; there is always at least one.
    """

    dataset: str  # Path of the dataset, one JSON object in each line
    validation_split: float = 0.1  # Share of the examples kept for validation, between 0 and 1
    max_samples: Optional[int] = None  # Largest number of examples used, None for all


@dataclass
class Hyperparams:
    """
    Training hyperparameters.

    All batch-related parameters are per-device. The effective batch size
    is: batch_size * gradient_accumulation_steps * num_gpus.
    """

    batch_size: int = 16  # Training examples per device in one forward pass
    eval_batch_size: int = 32  # Validation examples per device in one forward pass
    gradient_accumulation_steps: int = 1  # Forward passes whose gradients make one step
    num_gpus: int = 1  # Number of devices that train side by side
    learning_rate: float = 0.5  # Step size of gradient descent
    num_epochs: int = 3  # How often each training example is seen
    max_length: int = 512  # Largest number of tokens of a prompt that the model reads
    seed: int = 0  # Order of the examples and choice of the validation split

    @property
    def effective_batch_size(self) -> int:
        """Number of examples that make one training step."""
        return self.batch_size * self.gradient_accumulation_steps * self.num_gpus


@dataclass
class ProfileConfig:
    """
    Data transformation profile of a job.

    The profile decides what the model learns to answer, see ``trainer.profiles``.
    """

    name: str = "emoji_think"  # "emoji_think" | "plain"


@dataclass
class OutputConfig:
    """
    Checkpoints of a job.

    A checkpoint is written every save_steps steps and after the last one.
    """

    output_dir: str = "output"  # Folder of the checkpoints, made when it does not exist
    save_steps: int = 100  # Number of steps between two checkpoints
    resume_from: Optional[str] = None  # Checkpoint to start from, None for a fresh model


@dataclass
class MonitoringConfig:
    """
    How a running job is watched.

    The status file is replaced and the callbacks are called every update_steps steps and after the last one.
    An exception from a callback ends the job.
    """

    status_file: str = "training_status.json"  # File that carries the status
    update_steps: int = 10  # Number of steps between two updates
    stop_file: Optional[str] = None  # The job ends after the current step once this file exists
    callbacks: List[Callable[[TrainingStatus], None]] = field(default_factory=list)  # Called with each status


@dataclass
class TrainerConfig:
    """
    Everything a training job needs.

    Only the dataset has no default.
    """

    data: DataConfig  # Dataset path and validation split
    hyperparams: Hyperparams = field(default_factory=Hyperparams)  # Batch sizes, learning rate, epochs
    profile: ProfileConfig = field(default_factory=ProfileConfig)  # Data transformation profile
    output: OutputConfig = field(default_factory=OutputConfig)  # Checkpoint folder and save frequency
    monitoring: MonitoringConfig = field(default_factory=MonitoringConfig)  # Status file and callbacks

    def validate(self) -> None:
        """
        Check that all values can be used together.

        Whether the dataset exists is left to the engine.

        Raises:
            ValueError: If a number is out of its range, the dataset's path is empty, or output_dir is a file

        Example:
            TrainerConfig(data=DataConfig(dataset="data.jsonl")).validate()
        """
        if not self.data.dataset:
            raise ValueError("data.dataset is empty")
        if not 0.0 < self.data.validation_split < 1.0:
            raise ValueError("data.validation_split must lie between 0 and 1")
        if self.hyperparams.learning_rate <= 0.0:
            raise ValueError("hyperparams.learning_rate must be > 0")
        counts = {
            "hyperparams.batch_size": self.hyperparams.batch_size,
            "hyperparams.eval_batch_size": self.hyperparams.eval_batch_size,
            "hyperparams.gradient_accumulation_steps": self.hyperparams.gradient_accumulation_steps,
            "hyperparams.num_gpus": self.hyperparams.num_gpus,
            "hyperparams.num_epochs": self.hyperparams.num_epochs,
            "hyperparams.max_length": self.hyperparams.max_length,
            "output.save_steps": self.output.save_steps,
            "monitoring.update_steps": self.monitoring.update_steps,
            "data.max_samples": self.data.max_samples if self.data.max_samples is not None else 1,
        }
        for name, value in counts.items():
            if value < 1:
                raise ValueError(f"{name} must be >= 1")
        if Path(self.output.output_dir).is_file():
            raise ValueError(f"output.output_dir is a file: {self.output.output_dir}")
