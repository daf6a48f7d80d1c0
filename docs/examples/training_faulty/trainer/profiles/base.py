"""
Data profile interface module.

This module defines what a data profile is.

Key Components:
    - DataProfile: Abstract base class for data transformation profiles
"""
# planted in the module: module-usage-missing

from abc import ABC, abstractmethod


class DataProfile(ABC):
    """
    Abstract base class for data transformation profiles.

    Subclasses must implement:
        - transform()
    """

    # planted: example-missing
    @abstractmethod
    def transform(self, completion: str) -> str:
        """
        Transform the completion of a training example.

        Args:
            completion: Answer that the model is to learn

        Returns:
            Transformed answer
        """
