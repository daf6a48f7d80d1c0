"""process: other programs and processes, started and stopped."""

import multiprocessing
import os
import signal
import subprocess
from concurrent.futures import ProcessPoolExecutor


def run(command: list[str]) -> int:
    """Start a program."""
    return subprocess.run(command).returncode  # expect: effect=process; finding=side-effect-undocumented


def call(command: list[str]) -> int:
    """Start a program."""
    return subprocess.call(command)  # expect: effect=process; finding=side-effect-undocumented


def check_call(command: list[str]) -> int:
    """Start a program."""
    return subprocess.check_call(command)  # expect: effect=process; finding=side-effect-undocumented


def check_output(command: list[str]) -> bytes:
    """Start a program."""
    return subprocess.check_output(command)  # expect: effect=process; finding=side-effect-undocumented


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a program."""
    return subprocess.Popen(command)  # expect: effect=process; finding=side-effect-undocumented


def output(command: str) -> str:
    """Start a program."""
    return subprocess.getoutput(command)  # expect: effect=process; finding=side-effect-undocumented


def system(command: str) -> int:
    """Start a program."""
    return os.system(command)  # expect: effect=process; finding=side-effect-undocumented


def pipe(command: str) -> str:
    """Start a program."""
    return os.popen(command).read()  # expect: effect=process; finding=side-effect-undocumented


def become(path: str) -> None:
    """Become a program."""
    os.execv(path, [path])  # expect: effect=process; finding=side-effect-undocumented


def spawn(path: str) -> int:
    """Start a program."""
    return os.spawnl(os.P_NOWAIT, path, path)  # expect: effect=process; finding=side-effect-undocumented


def fork() -> int:
    """Start a second self."""
    return os.fork()  # expect: effect=process; finding=side-effect-undocumented


def kill(pid: int) -> None:
    """Stop a process."""
    os.kill(pid, signal.SIGTERM)  # expect: effect=process; finding=side-effect-undocumented


def kill_by_number(pid: int) -> None:
    """Stop a process."""
    os.kill(pid, 9)  # expect: effect=process; finding=side-effect-undocumented


def kill_group(group: int) -> None:
    """Stop processes."""
    os.killpg(group, signal.SIGKILL)  # expect: effect=process; finding=side-effect-undocumented


def work_apart() -> multiprocessing.Process:
    """Make a process."""
    return multiprocessing.Process(target=print)  # expect: effect=process; finding=side-effect-undocumented


def work_together() -> None:
    """Make processes."""
    with multiprocessing.Pool(2):  # expect: effect=process; finding=side-effect-undocumented
        pass


def work_in_pool() -> None:
    """Make processes."""
    with ProcessPoolExecutor():  # expect: effect=process; finding=side-effect-undocumented
        pass


def terminate(worker: subprocess.Popen[bytes]) -> None:
    """Stop a process."""
    worker.terminate()  # expect: effect=process; finding=side-effect-undocumented


def kill_worker(worker: "subprocess.Popen[bytes] | None") -> None:
    """Stop a process."""
    if worker is not None:
        worker.kill()  # expect: effect=process; finding=side-effect-undocumented


class Daemon:
    """A program in the background."""

    def __init__(self, worker: subprocess.Popen[bytes]) -> None:
        """Keep the process."""
        self.worker = worker

    def stop(self) -> None:
        """Stop the process."""
        self.worker.terminate()  # expect: effect=process; finding=side-effect-undocumented


def is_alive(pid: int) -> bool:
    """Signal 0 only asks."""
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def show(command: list[str]) -> str:
    """Writing a command as text starts nothing."""
    return subprocess.list2cmdline(command)


def count() -> int:
    """Asking starts nothing."""
    return multiprocessing.cpu_count() + os.getpid()


def refuse(command: list[str]) -> None:
    """Making an exception starts nothing.

    Raises:
        subprocess.CalledProcessError: If there is a command
    """
    if command:
        raise subprocess.CalledProcessError(1, command)  # expect: raises=CalledProcessError


def terminate_unknown(worker) -> None:
    """Nothing is known of this worker."""
    worker.terminate()


def run_unknown(runner, command: list[str]) -> None:
    """Nothing is known of this runner."""
    runner.run(command)
