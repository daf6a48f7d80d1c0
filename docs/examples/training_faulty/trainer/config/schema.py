"""
Configuration schema module.

Key Components:
    - Hyperparams: Training hyperparameters

Usage:
    from trainer.config.schema import Hyperparams

    params = Hyperparams(batch_size=16)
"""
# planted in the module: module-purpose-missing

from dataclasses import dataclass


@dataclass
class Hyperparams:
    """
    Training hyperparameters.

    All batch-related parameters are per-device.
    """

    batch_size: int = 16  # Training examples in one forward pass
