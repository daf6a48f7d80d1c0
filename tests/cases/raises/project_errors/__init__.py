"""Exceptions of one module, raised and caught in another."""

from project_errors.errors import AppError as BaseError

__all__ = ["BaseError"]
