"""
Key Components:
    - process_data: Read the examples of a dataset

Usage:
    from pathlib import Path

    from core.processor import process_data

    examples = process_data(Path("data.jsonl"))
"""
# planted in the module: module-summary-missing

from pathlib import Path
from typing import List


def process_data(input_file: Path) -> List[str]:
    """
    Process training data from file.

    Args:
        input_file: Dataset to read

    Returns:
        Lines of the dataset

    Example:
        examples = process_data(Path("data.jsonl"))
    """
    return input_file.read_text(encoding="utf-8").split("\n")
