"""Private modules: only what a public module re-exports is public."""

from private_parts._files import write

__all__ = ["write"]
