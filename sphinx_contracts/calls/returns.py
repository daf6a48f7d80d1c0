"""What well-known functions and attributes outside the project give: data, one row to add.

Classes need no row: a call of a dotted name whose last part is capitalised makes an instance of it.

Key Components:
    - RETURNS: dotted name of a function or method to the type it returns
    - NOTHING: functions and methods that return None
    - ATTRIBUTES: dotted name of an attribute to its type
    - SAME: dotted names that are other names of a class

Usage:
    from sphinx_contracts.calls.returns import RETURNS

    assert RETURNS["logging.getLogger"] == "logging.Logger"
"""

__all__ = ["ATTRIBUTES", "NOTHING", "RETURNS", "SAME"]

_PATH = "pathlib.Path"
_SAME_KIND = (
    "cwd home absolute resolve expanduser joinpath with_name with_stem with_suffix relative_to rename replace readlink"
)

RETURNS: dict[str, str] = {
    **dict.fromkeys((f"{_PATH}.{name}" for name in _SAME_KIND.split()), _PATH),
    **{f"{_PATH}.{name}": f"typing.Iterator[{_PATH}]" for name in ("iterdir", "glob", "rglob")},
    f"{_PATH}.open": "io.TextIOWrapper",
    f"{_PATH}.read_text": "builtins.str",
    f"{_PATH}.as_posix": "builtins.str",
    "builtins.open": "io.TextIOWrapper",
    "io.open": "io.TextIOWrapper",
    "gzip.open": "gzip.GzipFile",
    "tarfile.open": "tarfile.TarFile",
    "builtins.sorted": "builtins.list",
    "builtins.list": "builtins.list",
    "builtins.dict": "builtins.dict",
    "builtins.set": "builtins.set",
    "builtins.tuple": "builtins.tuple",
    "builtins.str": "builtins.str",
    "builtins.bytes": "builtins.bytes",
    "builtins.bytearray": "builtins.bytearray",
    "builtins.int": "builtins.int",
    "builtins.float": "builtins.float",
    "collections.defaultdict": "builtins.dict",
    "collections.deque": "collections.deque",
    "logging.getLogger": "logging.Logger",
    "logging.Logger.getChild": "logging.Logger",
    "sqlite3.connect": "sqlite3.Connection",
    "sqlite3.Connection.cursor": "sqlite3.Cursor",
    "sqlite3.Connection.execute": "sqlite3.Cursor",
    "psycopg2.connect": "psycopg2.extensions.connection",
    "psycopg2.extensions.connection.cursor": "psycopg2.extensions.cursor",
    "psycopg.connect": "psycopg.Connection",
    "psycopg.Connection.cursor": "psycopg.Cursor",
    "sqlalchemy.create_engine": "sqlalchemy.engine.Engine",
    "sqlalchemy.engine.Engine.connect": "sqlalchemy.engine.Connection",
    "sqlalchemy.engine.Engine.begin": "sqlalchemy.engine.Connection",
    "sqlalchemy.orm.sessionmaker": "sqlalchemy.orm.Session",
    "requests.session": "requests.Session",
    "subprocess.run": "subprocess.CompletedProcess",
    "socket.create_connection": "socket.socket",
    "socket.socket": "socket.socket",
}

NOTHING = frozenset(
    f"{owner}.{name}"
    for owner, names in {
        "builtins": "print setattr delattr exit quit",
        "builtins.list": "append extend insert remove reverse sort clear",
        "builtins.dict": "update clear",
        "builtins.set": "add discard remove update clear",
        "logging": "debug info warning error exception critical log",
        "logging.Logger": "debug info warning error exception critical log",
        "os": "_exit abort remove unlink rename replace mkdir makedirs rmdir chmod chown kill",
        "shutil": "rmtree",
        "sys": "exit",
        "time": "sleep",
        "json": "dump",
        "pickle": "dump",
        "warnings": "warn",
    }.items()
    for name in names.split()
)

ATTRIBUTES: dict[str, str] = {
    f"{_PATH}.parent": _PATH,
    f"{_PATH}.parents": f"typing.Sequence[{_PATH}]",
    **{f"{_PATH}.{name}": "builtins.str" for name in ("name", "stem", "suffix", "anchor", "root", "drive")},
}

SAME: dict[str, str] = {
    "pathlib.PosixPath": _PATH,
    "pathlib.WindowsPath": _PATH,
    "pathlib._local.Path": _PATH,
    "requests.sessions.Session": "requests.Session",
    "requests.api.get": "requests.get",
    "multiprocessing.context.Process": "multiprocessing.Process",
    "multiprocessing.pool.Pool": "multiprocessing.Pool",
    "sqlalchemy.orm.session.Session": "sqlalchemy.orm.Session",
    "sqlalchemy.engine.base.Connection": "sqlalchemy.engine.Connection",
    "sqlalchemy.Engine": "sqlalchemy.engine.Engine",
    "sqlalchemy.Connection": "sqlalchemy.engine.Connection",
    "typing.List": "builtins.list",
    "typing.Dict": "builtins.dict",
    "typing.Set": "builtins.set",
    "typing.Tuple": "builtins.tuple",
    "typing.DefaultDict": "builtins.dict",
    "typing.Deque": "collections.deque",
}
