"""
Training system: configuration, data profiles and the engine.

The engine in ``trainer.core.engine`` runs a job; ``trainer.config`` says what a job is, and ``trainer.profiles``
how its examples are transformed.
"""
