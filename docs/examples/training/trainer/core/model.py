"""
Answer model module.

This module holds the model that the engine trains: a softmax classifier that picks one of the answers it knows
by the words of the prompt. It is small enough to read and learns by gradient descent like its big relatives.

Key Components:
    - AnswerModel: The model

Usage:
    from core.tokenizer import WordTokenizer
    from trainer.core.model import AnswerModel

    model = AnswerModel(["4", "Paris"], WordTokenizer())
    model.train_step([("What is 2+2?", "4")], learning_rate=0.5)
    assert model.answer("What is 2+2?") == "4"

Checkpoint JSON Format
----------------------

A checkpoint, such as checkpoint.json, is one JSON object:

{
    "step": 100,               // int: Training steps that the model has seen
    "answers": ["4", "Paris"], // List[str]: Answers that the model knows
    "weights": {               // Dict[str, List[float]]: Token to its weights
        "what": [0.25, -0.25]  // List[float]: One weight for each answer
    }
}
"""

import json
import math
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

from core.atomic_ops import write_json_atomic
from core.tokenizer import WordTokenizer
from trainer.profiles.base import LogitsProcessor


class AnswerModel:
    """
    Softmax classifier over the answers it knows.

    Responsibilities:
        - Score every answer for a prompt
        - Learn from examples by gradient descent
        - Save itself to a checkpoint and load itself from one

    Attributes:
        answers: Answers that the model knows
        tokenizer: Tokenizer that cuts prompts into tokens
        weights: Token to one weight for each answer; a token that is not there weighs nothing

    Example:
        model = AnswerModel(["4", "Paris"], WordTokenizer())
        loss = model.train_step([("What is 2+2?", "4")], learning_rate=0.5)
        print(f"loss before the step: {loss:.2f}")
    """

    def __init__(self, answers: Sequence[str], tokenizer: WordTokenizer) -> None:
        """
        Initialize a model that has learned nothing.

        Args:
            answers: Answers that the model can give, at least one
            tokenizer: Tokenizer that cuts prompts into tokens

        Raises:
            ValueError: If there is no answer
        """
        if not answers:
            raise ValueError("a model needs at least one answer")
        self.answers = list(answers)
        self.tokenizer = tokenizer
        self.weights: Dict[str, List[float]] = {}

    def train_step(self, examples: Sequence[Tuple[str, str]], learning_rate: float) -> float:
        """
        Make one step of gradient descent.

        Args:
            examples: Prompts with the answers to learn, at least one
            learning_rate: Step size

        Returns:
            Mean loss of the examples before the step, in nats

        Raises:
            ValueError: If an answer is not among those the model knows

        Side Effects:
            - Changes the weights of the model

        Example:
            loss = model.train_step([("What is 2+2?", "4")], learning_rate=0.5)
        """
        total = 0.0
        gradients: Dict[str, List[float]] = {}
        for prompt, answer in examples:
            tokens, target = self.tokenizer.tokenize(prompt), self.answers.index(answer)
            shares = _softmax(self._scores(tokens))
            total += _loss(shares[target])
            for token in tokens:
                row = gradients.setdefault(token, [0.0] * len(self.answers))
                for index, share in enumerate(shares):
                    row[index] += (share - (index == target)) / len(examples)
        for token, row in gradients.items():
            weights = self.weights.setdefault(token, [0.0] * len(self.answers))
            for index, gradient in enumerate(row):
                weights[index] -= learning_rate * gradient
        return total / len(examples)

    def loss(self, examples: Sequence[Tuple[str, str]]) -> float:
        """
        Measure how surprised the model is.

        Args:
            examples: Prompts with their answers, at least one

        Returns:
            Mean cross entropy, in nats; infinite for answers that the model does not know

        Example:
            assert AnswerModel(["4"], WordTokenizer()).loss([("What is 2+2?", "4")]) == 0.0
        """
        total = 0.0
        for prompt, answer in examples:
            shares = dict(zip(self.answers, _softmax(self._scores(self.tokenizer.tokenize(prompt)))))
            total += _loss(shares.get(answer, 0.0))
        return total / len(examples)

    def answer(self, prompt: str, processors: Sequence[LogitsProcessor] = ()) -> str:
        """
        Answer a prompt.

        Args:
            prompt: Question put to the model
            processors: Functions that adjust the score of each answer, applied in order

        Returns:
            Answer with the highest score, the first of them on a tie

        Example:
            print(model.answer("What is 2+2?"))
        """
        scores = self._scores(self.tokenizer.tokenize(prompt))
        for processor in processors:
            scores = [processor(answer, score) for answer, score in zip(self.answers, scores)]
        return self.answers[scores.index(max(scores))]

    def save(self, path: Path, step: int) -> None:
        """
        Write a checkpoint.

        Args:
            path: File in the Checkpoint JSON Format
            step: Training steps that the model has seen

        Raises:
            OSError: If the file cannot be written
            JSONEncodeError: If a weight is not finite

        Side Effects:
            - Creates or replaces the checkpoint file

        Example:
            model.save(Path("checkpoint.json"), step=100)
        """
        write_json_atomic({"step": step, "answers": self.answers, "weights": self.weights}, path)

    @classmethod
    def load(cls, path: Path, tokenizer: WordTokenizer) -> Tuple["AnswerModel", int]:
        """
        Read a checkpoint.

        Args:
            path: File in the Checkpoint JSON Format
            tokenizer: Tokenizer that the model was trained with

        Returns:
            The model, and the training steps that it has seen

        Raises:
            OSError: If the file cannot be read
            ValueError: If the file is no checkpoint

        Example:
            model, step = AnswerModel.load(Path("checkpoint.json"), WordTokenizer())
        """
        try:
            members = json.loads(path.read_text(encoding="utf-8"))
            model = cls([str(answer) for answer in members["answers"]], tokenizer)
            model.weights = {str(token): [float(x) for x in row] for token, row in members["weights"].items()}
            step = int(members["step"])
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path} is no checkpoint: {error}") from error
        if any(len(row) != len(model.answers) for row in model.weights.values()):
            raise ValueError(f"{path} is no checkpoint: not one weight for each answer")
        return model, step

    def _scores(self, tokens: Sequence[str]) -> List[float]:
        scores = [0.0] * len(self.answers)
        for token in tokens:
            for index, weight in enumerate(self.weights.get(token, ())):
                scores[index] += weight
        return scores


def _softmax(scores: Sequence[float]) -> List[float]:
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _loss(share: float) -> float:
    return math.inf if share == 0.0 else -math.log(share)
