"""What an effect is called in a message.

The category tells the general phrase. Where one category holds deeds of several kinds (a file is written, deleted,
linked), the name of what is called tells the exact one.

Key Components:
    - GENERAL: category to a phrase that is true of each of its deeds
    - deed_of: the phrase for one call

Usage:
    from sphinx_contracts.effects.phrases import deed_of

    assert deed_of("file-write", "os.makedirs(folder)") == "makes a folder"
"""

import re

__all__ = ["GENERAL", "deed_of"]

GENERAL = {
    "file-write": "changes files",
    "network": "uses the network",
    "process": "starts or signals a process",
    "database": "uses a database",
    "environment": "changes the environment",
    "signal": "changes how signals or the exit are handled",
    "import-state": "changes interpreter-wide state",
    "global-state": "changes module-level state",
    "exit": "ends the program",
    "stdout": "prints",
    "stdin": "reads standard input",
}
# category -> phrase -> names of what is called; "" stands for all others
_DEEDS = {
    "file-write": {
        "writes a file": "",
        "writes files": "copytree unpack_archive extract extractall compile_dir compile_path",
        "makes a folder": "mkdir makedirs",
        "makes a temporary folder": "mkdtemp TemporaryDirectory",
        "makes a link": "symlink link symlink_to hardlink_to link_to",
        "makes a special file": "mkfifo mknod",
        "makes or touches a file": "touch",
        "makes a temporary file": "mkstemp NamedTemporaryFile TemporaryFile",
        "opens a log file": "FileHandler RotatingFileHandler TimedRotatingFileHandler WatchedFileHandler",
        "deletes a file": "remove unlink",
        "deletes a folder": "rmdir removedirs rmtree",
        "moves a file or folder": "rename renames replace move",
        "changes the attributes of a file or folder": "chmod lchmod chown lchown utime copymode copystat",
    },
    "process": {
        "starts a process": "",
        "replaces the process": "execl execle execlp execlpe execv execve execvp execvpe",
        "signals a process": "terminate kill send_signal killpg",
        "talks to a process": "communicate",
        "opens a web browser": "open open_new open_new_tab",
    },
    "network": {
        "uses the network": "",
        "makes a client of the network": (
            "HTTPConnection HTTPSConnection ClientSession SSHClient ServerProxy client resource"
        ),
    },
    "database": {
        "uses a database": "",
        "makes a client of a database": "create_engine create_async_engine MongoClient Redis",
    },
    "environment": {
        "changes the environment": "",
        "changes the working directory": "chdir fchdir",
        "changes the locale": "setlocale",
        "changes the user or the rights of the process": "umask setuid setgid nice",
    },
    "signal": {
        "installs a handler of signals or of the exit": "signal register",
        "takes away a handler of the exit": "unregister",
        "sends or schedules a signal": "alarm setitimer raise_signal pthread_kill",
    },
}
_PHRASES = {
    (category, name): phrase
    for category, phrases in _DEEDS.items()
    for phrase, names in phrases.items()
    for name in names.split() or [""]
}
# a string, an opening or closing bracket with the name before it, or any other character
_TOKEN = re.compile(r"""('''|\"""|'|")(?:\\.|(?!\1).)*\1|(\w*)[(\[{]|[)\]}]|.""", re.DOTALL)


def deed_of(category: str, call: str) -> str:
    """Say what one call does.

    Args:
        category: The category of its effect
        call: The call as written, which may be cut

    Returns:
        A verb with its object

    Example:
        assert deed_of("file-write", "path.unlink()") == "deletes a file"
    """
    exact = _PHRASES.get((category, _called(call))) or _PHRASES.get((category, ""))
    return exact or GENERAL.get(category, "has an effect")


def _called(call: str) -> str:
    """The name before the last bracket that is in no other: ``mkdir`` of ``Path(base).mkdir(parents=True)``."""
    name, depth = "", 0
    for token in _TOKEN.finditer(call):
        if token[2] is not None:
            name = token[2] if not depth else name
            depth += 1
        elif token[0] in (")", "]", "}"):
            depth -= 1
    return name
