"""Re-exports: a name is followed through as many modules as it takes."""

from reexports.store import save_text

__all__ = ["save_text"]
