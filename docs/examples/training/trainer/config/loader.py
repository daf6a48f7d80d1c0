"""
Configuration loader module.

This module builds the configuration of a job from the command line and from config.json. A value may come from
three places; which one wins is the contract of ConfigLoader.merge_configs.

Key Components:
    - ConfigLoader: Reads config.json and merges it with command-line arguments

Usage:
    from pathlib import Path

    from trainer.config.loader import ConfigLoader

    loader = ConfigLoader()
    args = loader.build_parser().parse_args(["--learning-rate", "0.25"])
    config = loader.merge_configs(args, loader.load_json(Path("config.json")))

Config JSON Format
------------------

The config.json file has the following structure; every key may be left out:

{
    "dataset": "data.jsonl",      // str: Path of the dataset
    "validation_split": 0.1,      // float: Share of the examples kept for validation
    "max_samples": 5000,          // int | null: Largest number of examples used
    "batch_size": 16,             // int: Training examples per device in one forward pass
    "eval_batch_size": 32,        // int: Validation examples per device in one forward pass
    "gradient_accumulation_steps": 1,  // int: Forward passes whose gradients make one step
    "num_gpus": 1,                // int: Number of devices that train side by side
    "learning_rate": 0.5,         // float: Step size of gradient descent
    "num_epochs": 3,              // int: How often each training example is seen
    "max_length": 512,            // int: Largest number of tokens of a prompt
    "seed": 0,                    // int: Order of the examples
    "profile": "emoji_think",     // str: Name of the data transformation profile
    "output_dir": "output",       // str: Folder of the checkpoints
    "save_steps": 100,            // int: Number of steps between two checkpoints
    "resume_from": null,          // str | null: Checkpoint to start from
    "status_file": "training_status.json",  // str: File that carries the status
    "update_steps": 10,           // int: Number of steps between two status updates
    "stop_file": null,            // str | null: File whose existence ends the job
    "locked": ["max_length"]      // List[str]: Keys whose value the command line must not change
}
"""

import json
import warnings
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from typing import Any, Dict

from trainer.config.schema import (
    DataConfig,
    Hyperparams,
    MonitoringConfig,
    OutputConfig,
    ProfileConfig,
    TrainerConfig,
)

_SECTIONS: Dict[str, Dict[str, type]] = {
    "data": {"dataset": str, "validation_split": float, "max_samples": int},
    "hyperparams": {
        "batch_size": int,
        "eval_batch_size": int,
        "gradient_accumulation_steps": int,
        "num_gpus": int,
        "learning_rate": float,
        "num_epochs": int,
        "max_length": int,
        "seed": int,
    },
    "profile": {"profile": str},
    "output": {"output_dir": str, "save_steps": int, "resume_from": str},
    "monitoring": {"status_file": str, "update_steps": int, "stop_file": str},
}
_TYPES = {key: kind for keys in _SECTIONS.values() for key, kind in keys.items()}
_NULLABLE = frozenset({"max_samples", "resume_from", "stop_file"})


class ConfigLoader:
    """
    Loader of training configurations.

    Responsibilities:
        - Define the command-line options
        - Read config.json
        - Merge both with the defaults of the schema

    Data Flow:
        1. Parse the command line → Namespace
        2. Read config.json → dict
        3. Check locked parameters
        4. Merge by precedence → TrainerConfig

    Example:
        loader = ConfigLoader()
        args = loader.build_parser().parse_args(["--dataset", "data.jsonl"])
        config = loader.merge_configs(args, {"batch_size": 8})
        assert config.hyperparams.batch_size == 8
    """

    def build_parser(self) -> ArgumentParser:
        """
        Build the parser of the command line.

        Options that are not given leave no attribute behind, so that merge_configs can tell.

        Returns:
            Parser with one option for each key of config.json but "locked"

        Example:
            args = loader.build_parser().parse_args(["--batch-size", "8"])
            assert vars(args) == {"batch_size": 8}
        """
        parser = ArgumentParser(prog="trainer", argument_default=SUPPRESS)
        for key, kind in _TYPES.items():
            parser.add_argument(f"--{key.replace('_', '-')}", type=kind)
        return parser

    def load_json(self, path: Path) -> Dict[str, Any]:
        """
        Read config.json.

        Args:
            path: File in the Config JSON Format

        Returns:
            Keys and values of the file, with no defaults added

        Raises:
            OSError: If the file cannot be read
            ValueError: If the file is no JSON object, or has an unknown key or a value of the wrong type

        Example:
            json_config = loader.load_json(Path("config.json"))
        """
        members = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(members, dict):
            raise ValueError(f"{path} holds no JSON object")
        for key, value in members.items():
            if not _is_allowed(key, value):
                raise ValueError(f"{path}: {key!r} is unknown or has a value of the wrong type: {value!r}")
        return members

    def merge_configs(
        self,
        cli_args: Namespace,
        json_config: Dict[str, Any],
    ) -> TrainerConfig:
        """
        Merge CLI arguments with JSON config, respecting precedence.

        Precedence (highest to lowest):
            1. CLI arguments (if explicitly provided)
            2. JSON config values
            3. Schema defaults

        Args:
            cli_args: Parsed command-line arguments
            json_config: Configuration from config.json

        Returns:
            TrainerConfig with merged values

        Raises:
            ValueError: If conflicting locked parameters detected, or no dataset is given

        Warns:
            UserWarning: If a locked key has no value in json_config

        Example:
            args = loader.build_parser().parse_args(["--batch-size", "8"])
            config = loader.merge_configs(args, {"dataset": "data.jsonl", "batch_size": 16})
            assert config.hyperparams.batch_size == 8
        """
        given = vars(cli_args)
        for key in json_config.get("locked", []):
            if key not in json_config:
                warnings.warn(f"{key} is locked but has no value; the default of the schema stands", stacklevel=2)
            if key in given and given[key] != json_config.get(key):
                raise ValueError(f"{key} is locked by the JSON config and cannot be {given[key]!r}")
        merged = {**json_config, **given}
        if "dataset" not in merged:
            raise ValueError("no dataset is given")
        sections = {
            section: {key: merged[key] for key in keys if key in merged} for section, keys in _SECTIONS.items()
        }
        profile = sections["profile"]
        return TrainerConfig(
            data=DataConfig(**sections["data"]),
            hyperparams=Hyperparams(**sections["hyperparams"]),
            profile=ProfileConfig(profile["profile"]) if profile else ProfileConfig(),
            output=OutputConfig(**sections["output"]),
            monitoring=MonitoringConfig(**sections["monitoring"]),
        )


def _is_allowed(key: str, value: object) -> bool:
    if key == "locked":
        return isinstance(value, list) and all(isinstance(item, str) and item in _TYPES for item in value)
    kind = _TYPES.get(key)
    if kind is None or isinstance(value, bool):
        return False
    if value is None:
        return key in _NULLABLE
    return isinstance(value, (int, float) if kind is float else kind)
