"""
Training data validator module.

This module provides validation for training datasets in JSONL format.
It checks for format errors, data leakage, and quality issues.

Key Components:
    - DataValidator: Main validation class
    - ValidationIssue: Dataclass for validation errors
    - ValidationResult: Everything a validation found out
    - TokenStats: Statistics about token usage

Usage:
    from core.tokenizer import WordTokenizer
    from core.validator import DataValidator

    validator = DataValidator(WordTokenizer())
    issues = validator.validate_file("data.jsonl")

Dataset JSONL Format
--------------------

Each line of a dataset, such as data.jsonl, is one JSON object in UTF-8; blank lines do not count:

{
    "prompt": "What is 2+2?",  // str: Question put to the model
    "completion": "4"          // str: Answer that the model learns
}
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Optional, Tuple, Union

from core.tokenizer import WordTokenizer


@dataclass(frozen=True)
class ValidationIssue:
    """
    One thing that is wrong with a dataset.

    Errors make a dataset unusable for training, warnings do not.
    """

    line: int  # Line of the dataset, counted from 1
    kind: str  # "format" | "leakage" | "quality"
    message: str  # What is wrong, one sentence

    @property
    def is_error(self) -> bool:
        """True for format errors, which make the dataset unusable."""
        return self.kind == "format"


@dataclass(frozen=True)
class TokenStats:
    """
    Statistics about token usage.

    Prompts and completions are counted together.
    """

    examples: int = 0  # Number of well-formed examples
    total_tokens: int = 0  # Tokens of all examples
    max_tokens: int = 0  # Tokens of the longest example


@dataclass
class ValidationResult:
    """
    Result of data validation operation.

    A dataset with warnings is still valid.
    """

    valid: bool  # True if all checks passed
    issues: List[str]  # List of validation errors found
    warnings: List[str]  # Non-fatal issues
    stats: TokenStats = field(default_factory=TokenStats)  # Statistics about validated data
    error_message: Optional[str] = None  # Fatal error if validation failed


class DataValidator:
    """
    Validator of training datasets in JSONL format.

    Responsibilities:
        - Find lines that are no examples
        - Find answers that leak into their prompts
        - Find contradicting and duplicate examples
        - Count tokens

    Data Flow:
        1. Read the dataset line by line
        2. Check each line on its own (format, leakage)
        3. Compare it with the lines before (quality)

    Attributes:
        tokenizer: Tokenizer that counts tokens

    Example:
        validator = DataValidator(WordTokenizer())
        result = validator.validate(Path("data.jsonl"))
        print(f"{result.stats.examples} examples, {len(result.warnings)} warnings")
    """

    def __init__(self, tokenizer: WordTokenizer) -> None:
        """
        Initialize the validator.

        Args:
            tokenizer: Tokenizer that counts tokens
        """
        self.tokenizer = tokenizer

    def validate_file(self, path: Union[str, Path]) -> List[ValidationIssue]:
        """
        Find everything that is wrong with a dataset.

        Args:
            path: Dataset in the Dataset JSONL Format

        Returns:
            Issues in order of their lines, empty when nothing is wrong

        Raises:
            OSError: If the dataset cannot be read

        Example:
            for issue in validator.validate_file("data.jsonl"):
                print(f"line {issue.line}: {issue.message}")
        """
        return self._examined(Path(path))[0]

    def validate(self, path: Path) -> ValidationResult:
        """
        Validate a dataset.

        Args:
            path: Dataset in the Dataset JSONL Format

        Returns:
            ValidationResult containing:
                - valid: bool (True if no line has a format error and there is an example)
                - issues: List[str] (format errors, each with its line)
                - warnings: List[str] (leakage and quality issues, each with its line)
                - stats: TokenStats (statistics about the well-formed examples)
                - error_message: Optional[str] (if the dataset cannot be read or is empty)

        Example:
            result = validator.validate(Path("data.jsonl"))
            if not result.valid:
                print(result.error_message or result.issues)
        """
        try:
            issues, stats = self._examined(path)
        except OSError as error:
            return ValidationResult(False, [], [], error_message=f"cannot read {path}: {error.strerror}")
        errors = [f"line {issue.line}: {issue.message}" for issue in issues if issue.is_error]
        warnings = [f"line {issue.line}: {issue.message}" for issue in issues if not issue.is_error]
        empty = f"{path} holds no example" if not stats.examples else None
        return ValidationResult(not errors and not empty, errors, warnings, stats, empty)

    def _examined(self, path: Path) -> Tuple[List[ValidationIssue], TokenStats]:
        issues: List[ValidationIssue] = []
        seen: Dict[str, str] = {}
        counts: List[int] = []
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
            if not line.strip():
                continue
            example = _example_in(line)
            if example is None:
                issues.append(ValidationIssue(number, "format", "no JSON object with prompt and completion"))
                continue
            prompt, completion = example
            counts.append(len(self.tokenizer.tokenize(f"{prompt} {completion}")))
            if self._leaks(prompt, completion):
                issues.append(ValidationIssue(number, "leakage", "the prompt holds its completion"))
            if prompt in seen:
                kind = "the same example" if seen[prompt] == completion else "the same prompt, answered differently,"
                issues.append(ValidationIssue(number, "quality", f"{kind} stands on an earlier line"))
            seen[prompt] = completion
        return issues, TokenStats(len(counts), sum(counts), max(counts, default=0))

    def _leaks(self, prompt: str, completion: str) -> bool:
        asked, answer = self.tokenizer.tokenize(prompt), self.tokenizer.tokenize(completion)
        places = range(len(asked) - len(answer) + 1)
        return bool(answer) and any(asked[place : place + len(answer)] == answer for place in places)


def _example_in(line: str) -> Optional[Tuple[str, str]]:
    """Prompt and completion of a line, None when it is no example."""
    try:
        members = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(members, dict):
        return None
    prompt, completion = members.get("prompt"), members.get("completion")
    return (prompt, completion) if isinstance(prompt, str) and isinstance(completion, str) else None
