"""The extension, in real builds of small sites."""
