"""The catalogue: which calls do what to the world. To add an effect, add a row.

A row is a dotted name, or a prefix that ends in ``.*``. Names of methods are those of the class that defines them:
``pathlib.Path.write_text``. Conditions look at the arguments and are named in the table ``CONDITIONS``.

Key Components:
    - CATALOGUE: category to dotted names that surely have the effect
    - CONDITIONS: dotted name to the condition under which it has one
    - LIKELY: names of methods that probably have an effect whatever they are called on
    - TRAVELLING, REQUIRED: which effects travel through calls, and which must be documented

Usage:
    from sphinx_contracts.effects.catalogue import CATALOGUE

    assert "os.remove" in CATALOGUE["file-write"]
"""

__all__ = ["CATALOGUE", "CONDITIONS", "LIKELY", "MUTATORS", "REQUIRED", "TRAVELLING"]


def _rows(prefix: str, names: str) -> frozenset[str]:
    return frozenset(f"{prefix}.{name}" for name in names.split())


_PATH_WRITES = (
    "write_text write_bytes mkdir touch unlink rmdir rename replace symlink_to hardlink_to link_to chmod lchmod"
)

CATALOGUE: dict[str, frozenset[str]] = {
    "file-write": frozenset(
        {
            *_rows(
                "os",
                "remove unlink rename renames replace mkdir makedirs rmdir removedirs symlink link chmod chown lchmod"
                " lchown utime truncate mkfifo mknod",
            ),
            *_rows("shutil", "copy copy2 copyfile copymode copystat copytree move rmtree make_archive"),
            *_rows("shutil", "unpack_archive chown"),
            *_rows("tempfile", "mkstemp mkdtemp NamedTemporaryFile TemporaryDirectory TemporaryFile"),
            *_rows("pathlib.Path", _PATH_WRITES),
            *_rows("numpy", "save savez savez_compressed savetxt"),
            *_rows("zipfile.ZipFile", "extract extractall"),
            *_rows("tarfile.TarFile", "extract extractall"),
            *_rows("logging", "FileHandler"),
            *_rows("logging.handlers", "RotatingFileHandler TimedRotatingFileHandler WatchedFileHandler"),
            *_rows("compileall", "compile_dir compile_file compile_path"),
            "py_compile.compile",
            "torch.save",
            "joblib.dump",
            "safetensors.torch.save_file",
        }
    ),
    "file-read": frozenset(
        {
            *_rows("os", "listdir walk scandir stat lstat access readlink"),
            *_rows(
                "os.path", "exists isfile isdir islink lexists getsize getmtime getatime getctime realpath samefile"
            ),
            *_rows("glob", "glob iglob"),
            *_rows(
                "pathlib.Path", "read_text read_bytes iterdir glob rglob exists stat lstat is_file is_dir is_symlink"
            ),
            *_rows("pathlib.Path", "readlink resolve samefile owner group walk"),
            *_rows("json", "load"),
            *_rows("pickle", "load"),
            *_rows("tomllib", "load"),
            *_rows("numpy", "load loadtxt genfromtxt fromfile"),
            "torch.load",
            "linecache.getline",
        }
    ),
    "network": frozenset(
        {
            *_rows("requests", "get post put patch delete head options request"),
            *_rows("requests.Session", "get post put patch delete head options request send"),
            *_rows("requests.sessions.Session", "get post put patch delete head options request send"),
            *_rows("httpx", "get post put patch delete head options request stream"),
            *_rows("httpx.Client", "get post put patch delete head options request stream send"),
            *_rows("httpx.AsyncClient", "get post put patch delete head options request stream send"),
            *_rows("aiohttp", "ClientSession request"),
            *_rows("aiohttp.ClientSession", "get post put patch delete head options request ws_connect"),
            *_rows("urllib.request", "urlopen urlretrieve"),
            *_rows("socket", "create_connection create_server getaddrinfo gethostbyname gethostbyaddr"),
            *_rows("socket.socket", "connect connect_ex bind listen accept send sendall sendto recv recvfrom"),
            *_rows("http.client", "HTTPConnection HTTPSConnection"),
            *_rows("http.client.HTTPConnection", "request connect getresponse"),
            *_rows("http.client.HTTPSConnection", "request connect getresponse"),
            *_rows("http.server", "HTTPServer ThreadingHTTPServer"),
            *_rows("smtplib", "SMTP SMTP_SSL"),
            *_rows("ftplib", "FTP FTP_TLS"),
            *_rows("imaplib", "IMAP4 IMAP4_SSL"),
            *_rows("poplib", "POP3 POP3_SSL"),
            *_rows("telnetlib", "Telnet"),
            *_rows("xmlrpc.client", "ServerProxy"),
            *_rows("asyncio", "open_connection start_server"),
            *_rows("paramiko.SSHClient", "connect exec_command open_sftp"),
            *_rows("paramiko", "SSHClient Transport"),
            *_rows("boto3", "client resource"),
            *_rows("websockets", "connect serve"),
            *_rows("urllib3.PoolManager", "request urlopen"),
            "huggingface_hub.snapshot_download",
            "huggingface_hub.hf_hub_download",
        }
    ),
    "process": frozenset(
        {
            *_rows("subprocess", "run call check_call check_output Popen getoutput getstatusoutput"),
            *_rows("subprocess.Popen", "terminate kill send_signal communicate"),
            *_rows(
                "os",
                "system popen execl execle execlp execlpe execv execve execvp execvpe spawnl spawnle spawnlp spawnlpe"
                " spawnv spawnve spawnvp spawnvpe posix_spawn posix_spawnp fork forkpty killpg startfile",
            ),
            *_rows("multiprocessing", "Process Pool"),
            *_rows("multiprocessing.Process", "start terminate kill"),
            *_rows("asyncio", "create_subprocess_exec create_subprocess_shell"),
            "concurrent.futures.ProcessPoolExecutor",
            "concurrent.futures.process.ProcessPoolExecutor",
            *_rows("webbrowser", "open open_new open_new_tab"),
            "pty.spawn",
            "psutil.Process.kill",
            "psutil.Process.terminate",
        }
    ),
    "database": frozenset(
        {
            *_rows("sqlite3", "connect"),
            *_rows("psycopg", "connect"),
            *_rows("psycopg.AsyncConnection", "connect"),
            *_rows("psycopg2", "connect"),
            *_rows("asyncpg", "connect create_pool"),
            *_rows("pymysql", "connect"),
            *_rows("MySQLdb", "connect"),
            *_rows("aiosqlite", "connect"),
            *_rows("sqlalchemy", "create_engine"),
            *_rows("sqlalchemy.ext.asyncio", "create_async_engine"),
            *_rows("sqlite3.Connection", "commit rollback executescript"),
            *_rows("sqlite3.Cursor", "executescript"),
            *_rows("sqlalchemy.orm.Session", "commit flush add add_all delete merge"),
            *_rows("pymongo", "MongoClient"),
            *_rows("redis", "Redis"),
        }
    ),
    "environment": frozenset(
        {
            *_rows("os", "putenv unsetenv chdir fchdir umask setuid setgid nice"),
            *_rows("os.environ", "update setdefault pop clear popitem"),
            "time.tzset",
        }
    ),
    "import-state": frozenset(
        {
            *_rows("sys.path", "insert append extend remove clear pop"),
            *_rows("sys.meta_path", "insert append remove"),
            *_rows("sys.modules", "update setdefault pop"),
            *_rows("warnings", "filterwarnings simplefilter resetwarnings"),
            *_rows("logging", "basicConfig captureWarnings disable addLevelName setLoggerClass"),
            *_rows("logging.config", "dictConfig fileConfig"),
            *_rows("sys", "setrecursionlimit settrace setprofile"),
        }
    ),
    "log": frozenset(
        {
            *_rows("logging", "debug info warning warn error exception critical fatal log"),
            *_rows("logging.Logger", "debug info warning warn error exception critical fatal log"),
            *_rows("logging.LoggerAdapter", "debug info warning warn error exception critical log"),
            *_rows("loguru.logger", "trace debug info success warning error exception critical log"),
            "traceback.print_exc",
        }
    ),
    "exit": frozenset({"sys.exit", "os._exit", "os.abort", "builtins.exit", "builtins.quit"}),
    "signal": frozenset(
        {
            *_rows("signal", "signal alarm setitimer raise_signal set_wakeup_fd pthread_kill"),
            *_rows("atexit", "register unregister"),
        }
    ),
    "stdout": frozenset(
        {
            *_rows("sys.stdout", "write writelines flush"),
            *_rows("sys.stderr", "write writelines flush"),
            *_rows("sys.stdout.buffer", "write"),
            *_rows("click", "echo secho"),
            *_rows("typer", "echo secho"),
            *_rows("pprint", "pprint pp"),
        }
    ),
    "stdin": frozenset(
        {
            *_rows("sys.stdin", "read readline readlines"),
            "builtins.input",
            "getpass.getpass",
            "click.prompt",
            "click.confirm",
        }
    ),
    "thread": frozenset(
        {
            *_rows("threading", "Thread Timer"),
            *_rows("threading.Thread", "start"),
            *_rows("threading.Timer", "start cancel"),
            *_rows("_thread", "start_new_thread"),
            *_rows("concurrent.futures", "ThreadPoolExecutor"),
            *_rows("concurrent.futures.thread", "ThreadPoolExecutor"),
            *_rows("asyncio", "create_task ensure_future"),
            *_rows("multiprocessing.pool", "ThreadPool"),
        }
    ),
    "random": frozenset(
        {
            *_rows("random", "seed setstate"),
            *_rows("numpy.random", "seed set_state"),
            *_rows("torch", "manual_seed seed"),
            *_rows("torch.cuda", "manual_seed manual_seed_all"),
            "torch.random.manual_seed",
        }
    ),
    "time": frozenset({"time.sleep"}),
}

# dotted name -> condition: what decides whether, and as what, a call counts
CONDITIONS: dict[str, str] = {
    "builtins.open": "mode:1",
    "io.open": "mode:1",
    "gzip.open": "mode:1",
    "bz2.open": "mode:1",
    "lzma.open": "mode:1",
    "codecs.open": "mode:1",
    "os.fdopen": "mode:1",
    "zipfile.ZipFile": "archive:1",
    "tarfile.open": "archive:1",
    "tarfile.TarFile.open": "archive:1",
    "pathlib.Path.open": "mode:0",
    "builtins.print": "print",
    "os.kill": "kill",
    "signal.signal": "handler",
    "torch.save": "buffer:1",
    "numpy.save": "buffer:0",
    "numpy.savez": "buffer:0",
    "numpy.savez_compressed": "buffer:0",
    "numpy.savetxt": "buffer:0",
    "joblib.dump": "buffer:1",
    "torch.jit.save": "buffer:1",
    "shutil.copyfileobj": "stream:1",
    "tempfile.SpooledTemporaryFile": "likely",
    "locale.setlocale": "locale",
    "sqlite3.Connection.execute": "sql",
    "sqlite3.Connection.executemany": "sql",
    "sqlite3.Cursor.execute": "sql",
    "sqlite3.Cursor.executemany": "sql",
    "psycopg2.extensions.connection.execute": "sql",
    "psycopg2.extensions.cursor.execute": "sql",
    "psycopg2.extensions.cursor.executemany": "sql",
    "psycopg.Connection.execute": "sql",
    "psycopg.Cursor.execute": "sql",
    "psycopg.Cursor.executemany": "sql",
    "sqlalchemy.engine.Connection.execute": "sql",
    "sqlalchemy.orm.Session.execute": "sql",
}

# methods that only things on disk have
LIKELY: dict[str, str] = {
    "mkdir": "file-write",
    "unlink": "file-write",
    "write_text": "file-write",
    "write_bytes": "file-write",
    "touch": "file-write",
    "rmdir": "file-write",
    "symlink_to": "file-write",
    "hardlink_to": "file-write",
}

# methods that change the container they are called on
MUTATORS = frozenset(
    {"append", "extend", "insert", "remove", "pop", "clear", "update", "setdefault", "add", "discard", "sort"}
    | {"reverse", "popitem", "appendleft", "extendleft", "popleft", "rotate"}
)

# what travels up the call graph: one cached helper must not paint the whole program, so reading, logging, global state
# and waiting do not
TRAVELLING = ("file-write", "network", "process", "database", "signal", "environment", "exit")

# what a public callable must document when it surely does it itself
REQUIRED = frozenset(
    {"file-write", "network", "process", "database", "environment", "signal", "import-state", "global-state"}
)
