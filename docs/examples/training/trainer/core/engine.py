"""
Training engine module.

This module runs training jobs from configuration to checkpoint. It is the public API of the trainer: scripts and
services build a TrainerConfig and call TrainerEngine.run_job.

Key Components:
    - TrainerEngine: Runs training jobs
    - TrainingResult: What a job gives back

Usage:
    from trainer.config.schema import DataConfig, TrainerConfig
    from trainer.core.engine import TrainerEngine

    result = TrainerEngine().run_job(TrainerConfig(data=DataConfig(dataset="data.jsonl")))
    print(f"Final loss: {result.final_loss:.3f}")
"""

import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

from core.atomic_ops import JSONEncodeError, write_json_atomic
from core.processor import process_data
from core.tokenizer import WordTokenizer
from core.training_status import RecentExample, TrainingStatus, write_status
from core.validator import DataValidator
from trainer.config.schema import TrainerConfig
from trainer.core._job import Job, Splits, split
from trainer.core.model import AnswerModel
from trainer.profiles.base import DataProfile
from trainer.profiles.emoji_think import EmojiThinkProfile
from trainer.profiles.plain import PlainProfile


@dataclass
class TrainingResult:
    """
    Result of a training job execution.

    Contains all relevant information about training outcome including
    success status, performance metrics, and error information if failed.

    Used as return value from TrainerEngine.run_job() and similar methods.
    """

    success: bool  # True if training completed without errors
    global_step: int  # Total number of training steps executed
    runtime_sec: float  # Wall-clock time in seconds
    last_checkpoint_path: Optional[str]  # Path to final checkpoint or None
    final_loss: float  # Last recorded training loss value
    summary: Dict[str, Any]  # Additional metrics (accuracy, etc.)
    error_message: Optional[str] = None  # Error description if failed


class TrainerEngine:
    """
    High-level training engine that orchestrates complete training jobs.

    Responsibilities:
        - Load and validate training data
        - Setup model and tokenizer
        - Apply data profile transformations
        - Execute training with monitoring
        - Handle checkpointing

    Data Flow:
        1. Load JSONL → validate format
        2. Apply profile transforms (emoji, plain)
        3. Create train/eval splits
        4. Setup model, or load it from a checkpoint
        5. Execute training loop with callbacks
        6. Save checkpoints and status

    Attributes:
        config: TrainerConfig of the job, None before the first
        model: AnswerModel that is trained, None before the first job
        tokenizer: Tokenizer instance, None before the first job
        profile: Active DataProfile (emoji_think, plain)
        callbacks: List of training callbacks

    Example:
        config = TrainerConfig(data=DataConfig(dataset="data.jsonl"))
        engine = TrainerEngine()
        result = engine.run_job(config)
        print(f"Trained for {result.global_step} steps")
    """

    def __init__(self) -> None:
        """Initialize an engine that has run no job yet."""
        self.config: Optional[TrainerConfig] = None
        self.model: Optional[AnswerModel] = None
        self.tokenizer: Optional[WordTokenizer] = None
        self.profile: DataProfile = PlainProfile()
        self.callbacks: List[Callable[[TrainingStatus], None]] = []

    def run_job(self, config: TrainerConfig) -> TrainingResult:
        """
        Execute a complete training job with the given configuration.

        Args:
            config: TrainerConfig containing:
                - data: DataConfig (dataset path, validation split)
                - hyperparams: Hyperparams (batch_size, learning_rate, etc.)
                - profile: ProfileConfig (data transformation profile)
                - output: OutputConfig (checkpoint directory, save frequency)
                - monitoring: MonitoringConfig (status file, callbacks)

        Returns:
            TrainingResult containing:
                - success: bool (True if training completed)
                - global_step: int (total training steps executed)
                - runtime_sec: float (wall-clock time in seconds)
                - last_checkpoint_path: Optional[str] (path to final checkpoint)
                - final_loss: float (last recorded training loss)
                - summary: Dict[str, Any] (additional metrics)
                - error_message: Optional[str] (if failed)

        Raises:
            ValueError: If config validation fails (invalid paths, etc.)
            RuntimeError: If training fails (OOM, model load error, etc.)
            FileNotFoundError: If dataset file doesn't exist

        Side Effects:
            - Creates checkpoint files in config.output.output_dir
            - Writes training status to config.monitoring.status_file
            - May write profile files to disk (stop signals, etc.)
            - Logs training progress to stdout/stderr

        Example:
            config = TrainerConfig(
                data=DataConfig(dataset="data.jsonl"),
                hyperparams=Hyperparams(batch_size=16)
            )
            result = engine.run_job(config)
            if result.success:
                print(f"Success! Final loss: {result.final_loss}")
        """
        started = time.monotonic()
        config.validate()
        _require_dataset(Path(config.data.dataset))
        try:
            tokenizer = self._set_up(config)
            splits = self._load_data(config, tokenizer)
            job = self._start(config, splits, tokenizer)
            return self._train(job, started)
        except (OSError, MemoryError, JSONEncodeError) as error:
            print(f"training failed: {error}", file=sys.stderr)
            raise RuntimeError(f"training failed: {error}") from error

    def _set_up(self, config: TrainerConfig) -> WordTokenizer:
        """Take over the configuration and choose the profile."""
        profiles: Dict[str, DataProfile] = {"emoji_think": EmojiThinkProfile(), "plain": PlainProfile()}
        if config.profile.name not in profiles:
            raise ValueError(f"profile.name is not one of {', '.join(profiles)}: {config.profile.name}")
        self.config = config
        self.profile = profiles[config.profile.name]
        self.tokenizer = WordTokenizer(config.hyperparams.max_length)
        self.callbacks = list(config.monitoring.callbacks)
        return self.tokenizer

    def _load_data(self, config: TrainerConfig, tokenizer: WordTokenizer) -> Splits:
        """Check the dataset and split its transformed examples."""
        dataset = Path(config.data.dataset)
        checked = DataValidator(tokenizer).validate(dataset)
        if not checked.valid:
            raise ValueError(f"data.dataset is not valid: {(checked.issues or [str(checked.error_message)])[0]}")
        examples = process_data(dataset, {"strip": True}, config.data.max_samples)
        if len(examples) < 2:
            raise ValueError("data.dataset and data.max_samples leave fewer than two examples")
        transformed = [self.profile.transform_example(example) for example in examples]
        return split(transformed, config.data.validation_split, config.hyperparams.seed)

    def _start(self, config: TrainerConfig, splits: Splits, tokenizer: WordTokenizer) -> Job:
        """Make a fresh model or load it from a checkpoint."""
        answers = sorted({answer for _, answer in splits.train + splits.validation})
        if config.output.resume_from is None:
            self.model = AnswerModel(answers, tokenizer)
            return Job(config, splits, self.model, 0)
        try:
            self.model, step = AnswerModel.load(Path(config.output.resume_from), tokenizer)
        except ValueError as error:
            raise RuntimeError(f"model load error: {error}") from error
        unknown = set(answers) - set(self.model.answers)
        if unknown:
            raise RuntimeError(f"model load error: the checkpoint does not know the answer {min(unknown)!r}")
        return Job(config, splits, self.model, step)

    def _train(self, job: Job, started: float) -> TrainingResult:
        """Train to the last step or to the stop file, with checkpoints and status on the way."""
        output_dir, monitoring = Path(job.config.output.output_dir), job.config.monitoring
        output_dir.mkdir(parents=True, exist_ok=True)
        self._write_profile(output_dir)
        loss, checkpoint, stopped = math.inf, None, False
        for batch in job.all_batches():
            loss = job.train(batch)
            if not math.isfinite(loss):
                raise RuntimeError(f"training failed: the loss is {loss} after step {job.step}")
            stopped = monitoring.stop_file is not None and Path(monitoring.stop_file).exists()
            if stopped or job.is_due(monitoring.update_steps):
                self._publish(job, loss)
            if stopped or job.is_due(job.config.output.save_steps):
                checkpoint = output_dir / f"checkpoint-{job.step}.json"
                job.model.save(checkpoint, job.step)
            if stopped:
                break
        return TrainingResult(
            success=not stopped,
            global_step=job.step,
            runtime_sec=time.monotonic() - started,
            last_checkpoint_path=str(checkpoint) if checkpoint is not None else None,
            final_loss=loss,
            summary={"accuracy": job.metrics.accuracy_history[-1], "examples_seen": job.examples_seen},
            error_message=f"stopped by {monitoring.stop_file} after step {job.step}" if stopped else None,
        )

    def _write_profile(self, output_dir: Path) -> None:
        metadata = self.profile.get_metadata()
        if metadata["stop_signals"]:
            write_json_atomic(metadata, output_dir / "profile.json")

    def _publish(self, job: Job, loss: float) -> None:
        processors = self.profile.build_logits_processors()
        answered = [
            RecentExample(prompt, golden, answer, answer == golden)
            for prompt, golden in job.splits.validation
            for answer in [job.model.answer(prompt, processors)]
        ]
        status = job.status(loss, answered)
        write_status(status, Path(job.config.monitoring.status_file))
        accuracy = status.metrics.accuracy_history[-1]
        print(f"step {status.current_step}/{status.total_steps}: loss {loss:.4f}, accuracy {accuracy:.2f}")
        for callback in self.callbacks:
            callback(status)


def _require_dataset(path: Path) -> None:
    if not path.exists():
        raise FileNotFoundError(f"Dataset not found: {path}")
