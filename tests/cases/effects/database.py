"""database: connections, and statements that change something."""

import sqlite3

import psycopg
import psycopg2
import sqlalchemy


def open_sqlite(path: str) -> sqlite3.Connection:
    """Open a database."""
    return sqlite3.connect(path)  # expect: effect=database; finding=side-effect-undocumented


def open_psycopg(url: str) -> psycopg.Connection:
    """Open a database."""
    return psycopg.connect(url)  # expect: effect=database; finding=side-effect-undocumented


def open_psycopg2(url: str) -> object:
    """Open a database."""
    return psycopg2.connect(url)  # expect: effect=database; finding=side-effect-undocumented


def open_engine(url: str) -> sqlalchemy.Engine:
    """Open a database."""
    return sqlalchemy.create_engine(url)  # expect: effect=database; finding=side-effect-undocumented


def insert(connection: sqlite3.Connection, name: str) -> None:
    """Add a row."""
    connection.execute("INSERT INTO names VALUES (?)", (name,))  # expect: effect=database; finding=side-effect-undocumented


def update(connection: sqlite3.Connection) -> None:
    """Change rows."""
    connection.execute("update names set name = ''")  # expect: effect=database; finding=side-effect-undocumented


def delete(cursor: sqlite3.Cursor) -> None:
    """Remove rows."""
    cursor.execute("DELETE FROM names")  # expect: effect=database; finding=side-effect-undocumented


def create(connection: sqlite3.Connection) -> None:
    """Add a table."""
    connection.execute("CREATE TABLE names (name TEXT)")  # expect: effect=database; finding=side-effect-undocumented


def insert_by_cursor(connection: sqlite3.Connection) -> None:
    """Add a row."""
    connection.cursor().execute("INSERT INTO names VALUES (1)")  # expect: effect=database; finding=side-effect-undocumented


def execute_unknown(runner, plan: str) -> None:
    """Nothing is known of this runner."""
    runner.execute(plan)


def execute_step(pipeline) -> None:
    """Nothing is known of this pipeline, and the text is no statement."""
    pipeline.execute("update")


def fail() -> None:
    """Making an exception opens nothing.

    Raises:
        sqlite3.OperationalError: Always
    """
    raise sqlite3.OperationalError("closed")  # expect: raises=OperationalError


def read(row: sqlite3.Row) -> str:
    """Reading a row opens nothing."""
    return row["name"]
