"""
Training status module.

This module holds the status that a running job publishes. Each of its records has one fault.

Key Components:
    - TrainingStatus: Everything the status file says
    - RecentExample: One question that the model answered lately

Usage:
    from core.training_status import TrainingStatus

    status = TrainingStatus(current_step=1000, total_steps=10000, loss=0.45)
"""

from dataclasses import dataclass


# planted: field-undocumented in total_steps at total_steps: int
@dataclass
class TrainingStatus:
    """
    Everything the status file says.

    The fields are the keys of the file.
    """

    current_step: int  # Current training step
    total_steps: int
    loss: float  # Current training loss


# planted: field-untyped in correct at correct = False
@dataclass
class RecentExample:
    """
    One question that the model answered lately.

    The status file holds a few of them.
    """

    prompt: str  # Input prompt
    correct = False  # Whether the answer is right
