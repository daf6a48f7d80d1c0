"""
Training engine module.

This module runs training jobs. Each method of the engine has one fault.

Key Components:
    - TrainerEngine: Runs training jobs

Usage:
    from trainer.core.engine import TrainerEngine

    TrainerEngine().run_job("data.jsonl")
"""

from typing import Any, Dict


class TrainerEngine:
    """
    High-level training engine.

    Responsibilities:
        - Run training jobs

    Example:
        engine = TrainerEngine()
    """

    # planted: exception-condition-missing at RuntimeError
    def run_job(self, dataset: str) -> int:
        """
        Execute a training job.

        Args:
            dataset: Path of the dataset

        Returns:
            Number of steps

        Raises:
            RuntimeError
            ValueError: If the path is empty

        Example:
            steps = engine.run_job("data.jsonl")
        """
        if not dataset:
            raise ValueError("dataset is empty")
        if dataset == "broken.jsonl":
            raise RuntimeError("training failed")
        return len(dataset)

    # planted: exception-unknown at TrainingAborted
    def resume_job(self, checkpoint: str) -> int:
        """
        Go on with a training job.

        Args:
            checkpoint: Path of the checkpoint

        Returns:
            Number of steps

        Raises:
            TrainingAborted: If the stop file exists

        Example:
            steps = engine.resume_job("checkpoint.json")
        """
        return len(checkpoint)

    # planted: returns-structure-missing
    def summary(self) -> Dict[str, Any]:
        """
        Summarize the last job.

        Returns:
            What is worth knowing about it

        Example:
            summary = engine.summary()
        """
        return {"accuracy": 1.0, "steps": 100}

    # planted: example-syntax at if steps > 0
    def count_steps(self) -> int:
        """
        Count the steps of the last job.

        Returns:
            Number of steps

        Example:
            steps = engine.count_steps()
            if steps > 0
                print(steps)
        """
        return 100

    # planted: suppression-unused
    def stop(self) -> None:  # contracts: ignore[example-missing]
        """
        Stop the job that runs.

        Example:
            engine.stop()
        """
