"""The counters of a running job, and what they say in its status."""

import math
import time
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any, Dict, List, Sequence, Tuple

from core.training_status import RecentExample, TrainingMetrics, TrainingStatus
from trainer.config.schema import TrainerConfig
from trainer.core.model import AnswerModel

_SHOWN_EXAMPLES = 3
_SHORTEST_SEC = 1e-9


@dataclass
class Splits:
    """Prompts with their answers, for training and for validation."""

    train: List[Tuple[str, str]]  # Examples that the model learns from
    validation: List[Tuple[str, str]]  # Examples that it is measured on


def split(examples: Sequence[Dict[str, Any]], share: float, seed: int) -> Splits:
    """Shuffle the examples and keep a share of them, at least one, for validation."""
    pairs = [(example["prompt"], example["completion"]) for example in examples]
    Random(seed).shuffle(pairs)
    kept = min(max(1, round(len(pairs) * share)), len(pairs) - 1)
    return Splits(train=pairs[kept:], validation=pairs[:kept])


def batches(examples: Sequence[Tuple[str, str]], size: int) -> List[List[Tuple[str, str]]]:
    """Cut the examples into batches; the last one may be smaller."""
    return [list(examples[start : start + size]) for start in range(0, len(examples), size)]


class Job:
    """A job that runs: its model, its examples and how far it has come."""

    def __init__(self, config: TrainerConfig, splits: Splits, model: AnswerModel, first_step: int) -> None:
        self.config = config
        self.splits = splits
        self.model = model
        self.step = first_step
        self.examples_seen = 0
        self.metrics = TrainingMetrics()
        self._tokens = 0
        self._started = time.monotonic()
        params = config.hyperparams
        self._last_step = first_step + math.ceil(len(splits.train) / params.effective_batch_size) * params.num_epochs

    def all_batches(self) -> List[List[Tuple[str, str]]]:
        """The batches of all epochs; each epoch has its own order."""
        params, order = self.config.hyperparams, Random(self.config.hyperparams.seed)
        found: List[List[Tuple[str, str]]] = []
        for _ in range(params.num_epochs):
            found += batches(order.sample(self.splits.train, len(self.splits.train)), params.effective_batch_size)
        return found

    def train(self, batch: Sequence[Tuple[str, str]]) -> float:
        """Make one training step and return the loss before it."""
        loss = self.model.train_step(batch, self.config.hyperparams.learning_rate)
        self.step += 1
        self.examples_seen += len(batch)
        self._tokens += sum(len(self.model.tokenizer.tokenize(prompt)) for prompt, _ in batch)
        return loss

    def is_due(self, steps: int) -> bool:
        """True every so many steps and after the last one."""
        return self.step % steps == 0 or self.step == self._last_step

    def status(self, loss: float, answered: Sequence[RecentExample]) -> TrainingStatus:
        """Measure the model on the validation examples and build the status."""
        chunks = batches(self.splits.validation, self.config.hyperparams.eval_batch_size)
        validation_loss = sum(self.model.loss(chunk) * len(chunk) for chunk in chunks) / len(self.splits.validation)
        self.metrics.train_loss_history.append(loss)
        self.metrics.accuracy_history.append(sum(example.correct for example in answered) / len(answered))
        self.metrics.tokens_per_second = self._tokens / max(time.monotonic() - self._started, _SHORTEST_SEC)
        return TrainingStatus(
            current_step=self.step,
            total_steps=self._last_step,
            loss=loss,
            validation_loss=validation_loss,
            val_train_gap=validation_loss - loss,
            learning_rate=self.config.hyperparams.learning_rate,
            epoch=self.examples_seen / len(self.splits.train),
            examples_seen=self.examples_seen,
            timestamp=datetime.now().isoformat(timespec="seconds"),
            recent_examples=list(answered[:_SHOWN_EXAMPLES]),
            metrics=self.metrics,
        )
