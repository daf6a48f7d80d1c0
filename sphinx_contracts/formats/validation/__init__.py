"""Real data files checked against the JSON Schema of a documented format.

Every error has the file's own line and column and the path inside the document. jsonschema decides what is allowed;
it is an extra and is imported when the first file is checked. JSON is read strictly, JSON Lines one line at a time,
YAML as PyYAML's safe loader reads it.

Key Components:
    - DataLanguage: how a file may be written
    - language_of_file: how a file is written
    - validator_for: makes a validator of a schema
    - validated: checks a file
    - limited: the first errors of a file

Usage:
    from pathlib import Path

    from sphinx_contracts.formats.validation import validated, validator_for

    validator = validator_for({"type": "object"})
    with Path("status.json").open("rb") as stream:
        errors = list(validated(stream, "json", validator))
"""

from sphinx_contracts.formats.validation._language import language_of_file
from sphinx_contracts.formats.validation._mismatch import validator_for
from sphinx_contracts.formats.validation._stream import DataLanguage, limited, validated

__all__ = ["DataLanguage", "language_of_file", "limited", "validated", "validator_for"]
