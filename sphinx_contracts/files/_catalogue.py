"""Which calls read and write data: tables, one row to add."""

from dataclasses import dataclass

from sphinx_contracts.model.fast_init import fast_init

__all__ = ["MAKERS", "OPENERS", "READERS", "SINKS", "WORDS", "WRITERS", "Writer"]


@fast_init
@dataclass(frozen=True, slots=True)
class Writer:
    """A call that writes data to a file."""

    language: str  # the language it writes
    value: int | None  # position of the data, None where it comes later
    place: int  # position of the open file or path
    keywords: tuple[str, ...]  # other names of that position
    paths: bool = False  # it takes a path too


def _rows(prefixes: str, names: str) -> list[str]:
    return [f"{prefix}.{name}" for prefix in prefixes.split() for name in names.split()]


_JSON = "json simplejson ujson rapidjson"
_YAML_READS = "load safe_load full_load unsafe_load load_all safe_load_all full_load_all"
_PICKLES = "pickle _pickle cPickle dill cloudpickle"
_FILE = ("fp", "f", "file", "stream", "csvfile", "filepath_or_buffer", "path_or_buf", "filename")

# dotted name -> language, and whether it takes a path in the place of an open file or its text
READERS: dict[str, tuple[str, bool]] = {
    **dict.fromkeys(_rows(_JSON, "load loads"), ("json", False)),
    "orjson.loads": ("json", False),
    "json5.load": ("json", False),
    "json5.loads": ("json", False),
    **dict.fromkeys(_rows("yaml", _YAML_READS), ("yaml", False)),
    **dict.fromkeys(_rows("ruamel.yaml ruamel.yaml.YAML oyaml", "load safe_load load_all"), ("yaml", False)),
    **dict.fromkeys(_rows("tomllib tomli pytoml rtoml", "load loads"), ("toml", False)),
    **dict.fromkeys(_rows("tomlkit", "load loads parse"), ("toml", False)),
    "toml.load": ("toml", True),
    "toml.loads": ("toml", False),
    **dict.fromkeys(_rows("csv", "reader DictReader"), ("csv", False)),
    **dict.fromkeys(_rows(_PICKLES, "load loads Unpickler"), ("pickle", False)),
    "joblib.load": ("pickle", True),
    "pandas.read_csv": ("csv", True),
    "pandas.read_json": ("json", True),
    "pandas.read_pickle": ("pickle", True),
}
WRITERS: dict[str, Writer] = {
    **dict.fromkeys(_rows(_JSON, "dump"), Writer("json", 0, 1, _FILE)),
    "json5.dump": Writer("json", 0, 1, _FILE),
    **dict.fromkeys(_rows("yaml oyaml", "dump safe_dump dump_all safe_dump_all"), Writer("yaml", 0, 1, _FILE)),
    **dict.fromkeys(_rows("ruamel.yaml ruamel.yaml.YAML", "dump dump_all"), Writer("yaml", 0, 1, _FILE)),
    **dict.fromkeys(_rows("toml tomli_w tomlkit rtoml pytoml", "dump"), Writer("toml", 0, 1, _FILE)),
    **dict.fromkeys(_rows("csv", "writer DictWriter"), Writer("csv", None, 0, _FILE)),
    **dict.fromkeys(_rows(_PICKLES, "dump"), Writer("pickle", 0, 1, _FILE)),
    **dict.fromkeys(_rows(_PICKLES, "Pickler"), Writer("pickle", None, 0, _FILE)),
    "joblib.dump": Writer("pickle", 0, 1, _FILE, paths=True),
}
# calls that make a text of data, which is written later
MAKERS: dict[str, str] = {
    **dict.fromkeys(_rows(f"{_JSON} orjson json5", "dumps"), "json"),
    **dict.fromkeys(_rows("yaml oyaml", "dump safe_dump dump_all safe_dump_all"), "yaml"),
    **dict.fromkeys(_rows("toml tomli_w tomlkit rtoml pytoml", "dumps"), "toml"),
    **dict.fromkeys(_rows(_PICKLES, "dumps"), "pickle"),
}
# methods and functions that write a text: name -> position of the text
SINKS = {"write": 0, "writelines": 0, "write_text": 0, "write_bytes": 0, "print": 0}
# what opens a file, or gives its whole text
OPENERS = frozenset(
    {
        *_rows("builtins io codecs gzip bz2 lzma tokenize fsspec smart_open aiofiles", "open"),
        *_rows("pathlib.Path", "open read_text read_bytes write_text write_bytes"),
        *_rows("tempfile", "NamedTemporaryFile TemporaryFile"),
        *_rows("importlib.resources", "read_text read_binary open_text open_binary files"),
        "os.fdopen",
        "io.FileIO",
        "gzip.GzipFile",
        "bz2.BZ2File",
        "lzma.LZMAFile",
        "pkgutil.get_data",
        "zipfile.ZipFile.open",
        "zipfile.ZipFile.read",
        "linecache.getlines",
    }
)
# last names of all of them, for a quick look at a line
WORDS = frozenset(name.rpartition(".")[2] for name in (*READERS, *WRITERS, *MAKERS))
