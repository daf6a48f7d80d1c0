"""The example code base does what its contracts say."""

import json
import re
from pathlib import Path
from typing import Any

import pytest


def config_for(dataset: Path, **hyperparams: Any) -> Any:
    from trainer.config.schema import DataConfig, Hyperparams, OutputConfig, TrainerConfig

    return TrainerConfig(
        data=DataConfig(dataset=str(dataset), validation_split=0.2),
        hyperparams=Hyperparams(**{"batch_size": 2, "num_epochs": 20, **hyperparams}),
        output=OutputConfig(output_dir="output", save_steps=50),
    )


def test_a_job_learns_and_leaves_what_its_contract_names(dataset: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from core.training_status import TrainingStatus
    from trainer.core.engine import TrainerEngine

    seen: list[TrainingStatus] = []
    config = config_for(dataset)
    config.monitoring.callbacks.append(seen.append)
    result = TrainerEngine().run_job(config)

    assert (result.success, result.error_message, result.global_step) == (True, None, 160)
    assert result.summary == {"accuracy": 1.0, "examples_seen": 320}
    assert result.final_loss < 0.1
    assert result.runtime_sec > 0
    assert result.last_checkpoint_path == str(Path("output") / "checkpoint-160.json")
    assert sorted(path.name for path in Path("output").iterdir()) == [
        "checkpoint-100.json",
        "checkpoint-150.json",
        "checkpoint-160.json",
        "checkpoint-50.json",
        "profile.json",
    ]
    assert [status.current_step for status in seen] == list(range(10, 161, 10))
    assert capsys.readouterr().out.count("loss") == len(seen)


def test_a_job_gives_the_same_model_each_time(dataset: Path) -> None:
    from trainer.core.engine import TrainerEngine

    models = []
    for _ in range(2):
        result = TrainerEngine().run_job(config_for(dataset))
        assert result.last_checkpoint_path is not None
        models.append(Path(result.last_checkpoint_path).read_bytes())
    assert models[0] == models[1]


def test_the_status_file_holds_exactly_the_documented_keys(dataset: Path) -> None:
    from core import training_status
    from trainer.core.engine import TrainerEngine

    TrainerEngine().run_job(config_for(dataset))
    written = json.loads(Path("training_status.json").read_text(encoding="utf-8"))
    assert training_status.__doc__ is not None
    block = training_status.__doc__[training_status.__doc__.index("{\n") :]
    documented = json.loads(re.sub(r"//.*", "", block))
    assert shape(written) == shape(documented)
    assert training_status.read_status(Path("training_status.json")).to_dict() == written


def shape(value: Any) -> Any:
    """Keys in order and types, without the values."""
    if isinstance(value, dict):
        return [(key, shape(item)) for key, item in value.items()]
    if isinstance(value, list):
        return [shape(value[0])]
    return type(value).__name__


def test_a_stop_file_ends_the_job_with_success_false(dataset: Path) -> None:
    from trainer.core.engine import TrainerEngine

    Path("stop").touch()
    config = config_for(dataset)
    config.monitoring.stop_file = "stop"
    result = TrainerEngine().run_job(config)
    assert (result.success, result.global_step) == (False, 1)
    assert result.error_message == "stopped by stop after step 1"
    assert result.last_checkpoint_path == str(Path("output") / "checkpoint-1.json")


def test_a_job_goes_on_from_a_checkpoint(dataset: Path) -> None:
    from trainer.core.engine import TrainerEngine

    config = config_for(dataset, num_epochs=1)
    first = TrainerEngine().run_job(config)
    config.output.resume_from = first.last_checkpoint_path
    second = TrainerEngine().run_job(config)
    assert second.global_step == 2 * first.global_step
    assert second.final_loss < first.final_loss


def test_the_plain_profile_writes_no_profile_file(dataset: Path) -> None:
    from trainer.core.engine import TrainerEngine

    config = config_for(dataset, num_epochs=1)
    config.profile.name = "plain"
    TrainerEngine().run_job(config)
    assert not (Path("output") / "profile.json").exists()


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("data", "dataset", ""),
        ("data", "validation_split", 1.0),
        ("data", "max_samples", 1),
        ("hyperparams", "batch_size", 0),
        ("hyperparams", "learning_rate", 0.0),
        ("profile", "name", "regime3"),
        ("output", "output_dir", "data.jsonl"),
        ("monitoring", "update_steps", 0),
    ],
)
def test_run_job_raises_value_error_for_a_bad_configuration(
    dataset: Path, section: str, name: str, value: object
) -> None:
    from trainer.core.engine import TrainerEngine

    config = config_for(dataset)
    setattr(getattr(config, section), name, value)
    with pytest.raises(ValueError, match=name):
        TrainerEngine().run_job(config)


def test_run_job_raises_value_error_for_a_bad_dataset(dataset: Path) -> None:
    from trainer.core.engine import TrainerEngine

    dataset.write_text('{"prompt": "only half"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        TrainerEngine().run_job(config_for(dataset))


def test_run_job_raises_file_not_found_error_without_a_dataset(dataset: Path) -> None:
    from trainer.core.engine import TrainerEngine

    with pytest.raises(FileNotFoundError, match="missing"):
        TrainerEngine().run_job(config_for(dataset.with_name("missing.jsonl")))


def test_run_job_raises_runtime_error_when_training_fails(
    dataset: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from trainer.core.engine import TrainerEngine
    from trainer.core.model import AnswerModel

    with pytest.raises(RuntimeError, match=r"the loss is (inf|nan)"):
        TrainerEngine().run_job(config_for(dataset, learning_rate=1e308))
    config = config_for(dataset)
    config.output.resume_from = str(dataset)
    with pytest.raises(RuntimeError, match="model load error"):
        TrainerEngine().run_job(config)
    config.output.resume_from = "missing.json"
    with pytest.raises(RuntimeError, match=r"missing\.json"):
        TrainerEngine().run_job(config)
    config = config_for(dataset)
    config.monitoring.status_file = "no such folder/status.json"
    with pytest.raises(RuntimeError, match="no such folder"):
        TrainerEngine().run_job(config)

    def out_of_memory(*_: object) -> float:
        raise MemoryError("no memory left")

    monkeypatch.setattr(AnswerModel, "train_step", out_of_memory)
    with pytest.raises(RuntimeError, match="no memory left"):
        TrainerEngine().run_job(config_for(dataset))
    assert "training failed: no memory left" in capsys.readouterr().err


def test_a_checkpoint_that_does_not_know_an_answer_is_refused(dataset: Path) -> None:
    from core.tokenizer import WordTokenizer
    from trainer.core.engine import TrainerEngine
    from trainer.core.model import AnswerModel

    AnswerModel(["Paris"], WordTokenizer()).save(Path("small.json"), step=1)
    config = config_for(dataset)
    config.output.resume_from = "small.json"
    with pytest.raises(RuntimeError, match="does not know the answer"):
        TrainerEngine().run_job(config)


@pytest.mark.parametrize("text", ["[]", "{", '{"step": 1, "answers": ["a"], "weights": {"x": []}}', '{"step": 1}'])
def test_what_is_no_checkpoint_is_a_value_error(tmp_path: Path, text: str) -> None:
    from core.tokenizer import WordTokenizer
    from trainer.core.model import AnswerModel

    path = tmp_path / "checkpoint.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="no checkpoint"):
        AnswerModel.load(path, WordTokenizer())


def test_the_model_s_other_exceptions() -> None:
    from core.tokenizer import WordTokenizer
    from trainer.core.model import AnswerModel

    with pytest.raises(ValueError, match="at least one answer"):
        AnswerModel([], WordTokenizer())
    with pytest.raises(ValueError, match="not in list"):
        AnswerModel(["4"], WordTokenizer()).train_step([("What?", "5")], 0.5)
    with pytest.raises(ValueError, match="max_length"):
        WordTokenizer(0)


def test_write_json_atomic_leaves_the_old_file_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core import atomic_ops

    path = tmp_path / "state.json"
    atomic_ops.write_json_atomic({"step": 1, "note": "✓"}, path)
    assert path.read_text(encoding="utf-8") == '{\n  "step": 1,\n  "note": "✓"\n}\n'
    endless: dict[str, Any] = {}
    endless["self"] = endless
    for bad in ({"x": {1, 2}}, {"x": float("nan")}, endless, {"x": "\ud800"}):
        with pytest.raises(atomic_ops.JSONEncodeError, match=r"state\.json"):
            atomic_ops.write_json_atomic(bad, path)

    def refuse(*_: object) -> None:
        raise PermissionError("no")

    monkeypatch.setattr("core.atomic_ops.os.replace", refuse)
    with pytest.raises(OSError, match="no"):
        atomic_ops.write_json_atomic({"step": 2}, path)
    assert json.loads(path.read_text(encoding="utf-8"))["step"] == 1
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(OSError, match="missing"):
        atomic_ops.write_json_atomic({}, tmp_path / "missing" / "state.json")


def test_safe_file_writer_replaces_all_or_nothing(tmp_path: Path) -> None:
    from core.safe_file import SafeFileWriter

    path = tmp_path / "notes.txt"
    with SafeFileWriter(path) as stream:
        stream.write("first")
        assert not path.exists()
    writer = SafeFileWriter(path)
    with pytest.raises(KeyError), writer as stream:
        stream.write("second")
        raise KeyError
    assert path.read_text(encoding="utf-8") == "first"
    assert list(tmp_path.iterdir()) == [path]
    assert writer.temp_path is None
    with pytest.raises(OSError, match="missing"), SafeFileWriter(tmp_path / "missing" / "notes.txt"):
        pass


def test_the_validator_tells_format_leakage_and_quality_apart(tmp_path: Path) -> None:
    from core.tokenizer import WordTokenizer
    from core.validator import DataValidator

    path = tmp_path / "data.jsonl"
    lines = [
        '{"prompt": "What is 2+2?", "completion": "4"}',
        "not json",
        "",
        '["prompt", "completion"]',
        '{"prompt": "Is Paris in France?", "completion": "Paris"}',
        '{"prompt": "What is 2+2?", "completion": "5"}',
        '{"prompt": "What is 2+2?", "completion": "5"}',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    validator = DataValidator(WordTokenizer())
    assert [(issue.line, issue.kind) for issue in validator.validate_file(path)] == [
        (2, "format"),
        (4, "format"),
        (5, "leakage"),
        (6, "quality"),
        (7, "quality"),
    ]
    result = validator.validate(path)
    assert (result.valid, len(result.issues), len(result.warnings), result.error_message) == (
        False,
        2,
        3,
        None,
    )
    assert (result.stats.examples, result.stats.total_tokens, result.stats.max_tokens) == (4, 27, 7)
    missing = validator.validate(tmp_path / "missing.jsonl")
    assert not missing.valid
    assert "cannot read" in str(missing.error_message)
    with pytest.raises(OSError, match="missing"):
        validator.validate_file(tmp_path / "missing.jsonl")
    path.write_text("\n", encoding="utf-8")
    assert "holds no example" in str(validator.validate(path).error_message)


def test_process_data_keeps_its_contract(tmp_path: Path) -> None:
    from core.processor import process_data

    path = tmp_path / "data.jsonl"
    rows = [
        {"prompt": " a ", "completion": "b"},
        {"prompt": "a", "completion": "b"},
        {"prompt": "", "completion": "c"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert process_data(path, {"drop_duplicates": True}) == [{"prompt": "a", "completion": "b"}]
    assert process_data(path, {"strip": False}) == rows[:2]
    assert len(process_data(path, {}, max_samples=1)) == 1
    with pytest.raises(ValueError, match="max_samples"):
        process_data(path, {}, max_samples=0)
    with pytest.raises(OSError, match="missing"):
        process_data(tmp_path / "missing.jsonl", {})
    for bad in (b"[]", b"nope", b'{"prompt": 1, "completion": "x"}', b"\xff"):
        path.write_bytes(bad)
        with pytest.raises(ValueError, match=r"line 1|utf-8"):
            process_data(path, {})


def test_process_folder_cleans_every_dataset(tmp_path: Path) -> None:
    from core.processor import ProcessorConfig, process_folder

    raw, clean = tmp_path / "raw", tmp_path / "new" / "clean"
    raw.mkdir()
    row = json.dumps({"prompt": " a ", "completion": "ü"}) + "\n"
    (raw / "one.jsonl").write_text(row * 3, encoding="utf-8")
    (raw / "two.jsonl").write_text(row + row.replace("a", "b"), encoding="utf-8")
    assert process_folder(ProcessorConfig(raw, clean, batch_size=1)) == {"one.jsonl": 1, "two.jsonl": 2}
    assert (clean / "one.jsonl").read_text(encoding="utf-8") == '{"prompt": "a", "completion": "ü"}\n'
    (raw / "one.jsonl").write_text("nope", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        process_folder(ProcessorConfig(raw, clean))
    with pytest.raises(ValueError, match="max_workers"):
        ProcessorConfig(raw, clean, max_workers=0)
    with pytest.raises(ValueError, match="batch_size"):
        ProcessorConfig(raw, clean, batch_size=0)
    with pytest.raises(FileNotFoundError, match="none"):
        ProcessorConfig(tmp_path / "none", clean)


def test_iter_batches_cuts_and_checks() -> None:
    from core.processor import iter_batches

    rows = [{"prompt": str(number)} for number in range(5)]
    assert [len(batch) for batch in iter_batches(rows, 2)] == [2, 2, 1]
    with pytest.raises(ValueError, match="batch_size"):
        next(iter_batches(rows, 0))


def test_the_loader_respects_precedence_and_locks(tmp_path: Path) -> None:
    from trainer.config.loader import ConfigLoader
    from trainer.config.schema import Hyperparams

    loader = ConfigLoader()
    given = loader.build_parser().parse_args(["--batch-size", "4", "--dataset", "cli.jsonl"])
    config = loader.merge_configs(
        given, {"batch_size": 8, "num_epochs": 9, "profile": "plain", "locked": ["num_epochs"]}
    )
    assert (config.hyperparams.batch_size, config.hyperparams.num_epochs) == (4, 9)
    assert config.hyperparams.learning_rate == Hyperparams().learning_rate
    assert (config.data.dataset, config.profile.name) == ("cli.jsonl", "plain")
    with pytest.raises(ValueError, match="batch_size is locked"):
        loader.merge_configs(given, {"batch_size": 8, "locked": ["batch_size"]})
    with pytest.warns(UserWarning, match="seed is locked but has no value"):
        loader.merge_configs(given, {"locked": ["seed"]})
    with pytest.raises(ValueError, match="no dataset"):
        loader.merge_configs(loader.build_parser().parse_args([]), {})
    path = tmp_path / "config.json"
    for bad in (
        "[]",
        "{",
        '{"batchsize": 1}',
        '{"batch_size": true}',
        '{"batch_size": "1"}',
        '{"locked": ["x"]}',
    ):
        path.write_text(bad, encoding="utf-8")
        with pytest.raises(ValueError, match=r"config\.json|Expecting"):
            loader.load_json(path)
    with pytest.raises(OSError, match="missing"):
        loader.load_json(tmp_path / "missing.json")


def test_the_documented_config_is_a_config_and_names_every_key(dataset: Path) -> None:
    from trainer.config import loader

    assert loader.__doc__ is not None
    block = re.sub(r"//.*", "", loader.__doc__[loader.__doc__.index("{\n") :])
    Path("config.json").write_text(block, encoding="utf-8")
    members = loader.ConfigLoader().load_json(Path("config.json"))
    options = {key for keys in loader._SECTIONS.values() for key in keys}
    assert set(members) == options | {"locked"}
    config = loader.ConfigLoader().merge_configs(loader.ConfigLoader().build_parser().parse_args([]), members)
    config.validate()


def test_a_status_that_is_none_is_a_value_error(tmp_path: Path) -> None:
    from core.atomic_ops import JSONEncodeError
    from core.training_status import TrainingStatus, read_status, write_status

    path = tmp_path / "training_status.json"
    for bad in ("[]", "{}", "{", '{"recent_examples": 1, "metrics": {}}'):
        path.write_text(bad, encoding="utf-8")
        with pytest.raises(ValueError, match=r"training_status\.json"):
            read_status(path)
    status = TrainingStatus(1, 2, float("nan"), 0.0, 0.0, 0.1, 0.5, 1, "2025-11-24T10:30:00")
    with pytest.raises(JSONEncodeError):
        write_status(status, path)
    with pytest.raises(OSError, match="missing"):
        read_status(tmp_path / "missing.json")
