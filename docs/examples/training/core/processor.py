"""
Data processor module.

This module reads training examples out of datasets and cleans whole folders of them: blanks are trimmed,
examples without a prompt or a completion are left out, and each example is kept once.

Key Components:
    - ProcessorConfig: Configuration for cleaning a folder
    - process_data: Read the examples of one dataset
    - process_folder: Clean every dataset of a folder
    - iter_batches: Cut a list of examples into batches

Usage:
    from pathlib import Path

    from core.processor import ProcessorConfig, process_folder

    config = ProcessorConfig(input_dir=Path("raw"), output_dir=Path("clean"))
    counts = process_folder(config)

Example JSONL Format
--------------------

Datasets are read and written with one JSON object in each line, such as example.jsonl:

{
    "prompt": "What is 2+2?",  // str: Question put to the model
    "completion": "4"          // str: Answer that the model learns
}
"""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Sequence, Set, Tuple

from core.safe_file import SafeFileWriter


@dataclass
class ProcessorConfig:
    """
    Configuration for data processing.

    Every file ``*.jsonl`` of input_dir gives one file of the same name in output_dir.
    """

    input_dir: Path  # Folder that holds the datasets
    output_dir: Path  # Folder that the clean datasets are written to, made when it does not exist
    max_workers: int = 4  # Largest number of datasets read at the same time
    batch_size: int = 1000  # Number of lines written at once

    def __post_init__(self) -> None:
        """
        Validate configuration after initialization.

        Raises:
            ValueError: If max_workers or batch_size is below 1
            FileNotFoundError: If input_dir does not exist
        """
        if self.max_workers < 1:
            raise ValueError("max_workers must be >= 1")
        if self.batch_size < 1:
            raise ValueError("batch_size must be >= 1")
        if not self.input_dir.exists():
            raise FileNotFoundError(f"Input dir not found: {self.input_dir}")


def process_data(
    input_file: Path, config: Dict[str, Any], max_samples: Optional[int] = None
) -> List[Dict[str, Any]]:
    """
    Process training data from file.

    Args:
        input_file: Dataset in the Example JSONL Format
        config: How examples are cleaned:
            - strip: bool (trim blanks around prompt and completion, default True)
            - drop_duplicates: bool (keep the first of equal examples only, default False)
        max_samples: Largest number of examples to return, None for all

    Returns:
        Examples in order, each a dict with:
            - prompt: str (question put to the model)
            - completion: str (answer that the model learns)

    Raises:
        OSError: If input_file cannot be read
        ValueError: If a line is no JSON object with prompt and completion, the file is not UTF-8, or max_samples
            is below 1

    Example:
        examples = process_data(Path("data.jsonl"), {"drop_duplicates": True}, max_samples=100)
    """
    if max_samples is not None and max_samples < 1:
        raise ValueError("max_samples must be >= 1")
    kept: List[Dict[str, Any]] = []
    seen: Set[Tuple[str, str]] = set()
    for number, line in enumerate(input_file.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        prompt, completion = _parsed(line, f"{input_file}, line {number}")
        if config.get("strip", True):
            prompt, completion = prompt.strip(), completion.strip()
        repeated = config.get("drop_duplicates", False) and (prompt, completion) in seen
        if repeated or not prompt or not completion:
            continue
        seen.add((prompt, completion))
        kept.append({"prompt": prompt, "completion": completion})
        if len(kept) == max_samples:
            break
    return kept


def _parsed(line: str, place: str) -> Tuple[str, str]:
    try:
        members = json.loads(line)
        prompt, completion = members["prompt"], members["completion"]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"{place}: no object with prompt and completion: {error}") from error
    if not isinstance(prompt, str) or not isinstance(completion, str):
        raise ValueError(f"{place}: prompt and completion must be strings")
    return prompt, completion


def process_folder(config: ProcessorConfig) -> Dict[str, int]:
    """
    Clean every dataset of a folder.

    Args:
        config: ProcessorConfig containing:
            - input_dir: Path (folder that holds the datasets)
            - output_dir: Path (folder that the clean datasets are written to)
            - max_workers: int (largest number of datasets read at the same time)
            - batch_size: int (number of lines written at once)

    Returns:
        Name of each dataset to the number of its examples

    Raises:
        OSError: If a dataset cannot be read or written
        ValueError: If a line of a dataset is no example

    Guarantees:
        - A clean dataset is written completely or not at all

    Side Effects:
        - Creates config.output_dir and writes one file there for each dataset
        - Starts up to config.max_workers threads, which end before it returns

    Example:
        counts = process_folder(ProcessorConfig(Path("raw"), Path("clean")))
    """
    config.output_dir.mkdir(parents=True, exist_ok=True)
    files = sorted(config.input_dir.glob("*.jsonl"))
    with ThreadPoolExecutor(config.max_workers) as pool:
        cleaned = list(pool.map(_cleaned, files))
    for path, examples in zip(files, cleaned):
        with SafeFileWriter(config.output_dir / path.name) as stream:
            for batch in iter_batches(examples, config.batch_size):
                stream.write("".join(json.dumps(example, ensure_ascii=False) + "\n" for example in batch))
    return {path.name: len(examples) for path, examples in zip(files, cleaned)}


def iter_batches(examples: Sequence[Dict[str, Any]], batch_size: int) -> Iterator[Sequence[Dict[str, Any]]]:
    """
    Cut a list of examples into batches.

    Args:
        examples: Examples in order
        batch_size: Number of examples in a batch, at least 1

    Yields:
        Batches in order; the last one may be smaller

    Raises:
        ValueError: If batch_size is below 1, once the first batch is asked for

    Example:
        for batch in iter_batches(examples, 100):
            print(len(batch))
    """
    if batch_size < 1:
        raise ValueError("batch_size must be >= 1")
    for start in range(0, len(examples), batch_size):
        yield examples[start : start + batch_size]


def _cleaned(path: Path) -> List[Dict[str, Any]]:
    return process_data(path, {"strip": True, "drop_duplicates": True})
