"""network: requests, sockets and clients."""

import ftplib
import http.client
import smtplib
import socket
import urllib.parse
import urllib.request
from http import HTTPStatus
from urllib.request import urlopen

import aiohttp
import boto3
import httpx
import paramiko
import requests


def get(url: str) -> str:
    """Fetch a page."""
    return requests.get(url).text  # expect: effect=network; finding=side-effect-undocumented


def post(url: str) -> None:
    """Send a form."""
    requests.post(url, json={})  # expect: effect=network; finding=side-effect-undocumented


def request(url: str) -> None:
    """Send anything."""
    requests.request("PUT", url)  # expect: effect=network; finding=side-effect-undocumented


def get_with_httpx(url: str) -> str:
    """Fetch a page."""
    return httpx.get(url).text  # expect: effect=network; finding=side-effect-undocumented


def stream_with_httpx(url: str) -> bytes:
    """Fetch a page piece by piece."""
    with httpx.stream("GET", url) as response:  # expect: effect=network; finding=side-effect-undocumented
        return response.read()


def open_url(url: str) -> bytes:
    """Fetch a page."""
    with urllib.request.urlopen(url) as response:  # expect: effect=network; finding=side-effect-undocumented
        return response.read()


def open_imported(url: str) -> bytes:
    """Fetch a page."""
    return urlopen(url).read()  # expect: effect=network; finding=side-effect-undocumented


def download(url: str) -> str:
    """Fetch a page into a file."""
    return urllib.request.urlretrieve(url)[0]  # expect: effect=network; finding=side-effect-undocumented; may=file-write


async def fetch(url: str) -> None:
    """Open a session."""
    async with aiohttp.ClientSession():  # expect: effect=network; finding=side-effect-undocumented
        pass


def connect(host: str) -> socket.socket:
    """Open a connection."""
    return socket.create_connection((host, 80))  # expect: effect=network; finding=side-effect-undocumented


def connect_by_http(host: str) -> http.client.HTTPSConnection:
    """Open a connection."""
    return http.client.HTTPSConnection(host)  # expect: effect=network; finding=side-effect-undocumented


def connect_by_smtp(host: str) -> smtplib.SMTP:
    """Open a connection."""
    return smtplib.SMTP(host)  # expect: effect=network; finding=side-effect-undocumented


def connect_by_ftp(host: str) -> ftplib.FTP:
    """Open a connection."""
    return ftplib.FTP(host)  # expect: effect=network; finding=side-effect-undocumented


def connect_by_ssh() -> paramiko.SSHClient:
    """Make a client."""
    return paramiko.SSHClient()  # expect: effect=network; finding=side-effect-undocumented


def connect_to_store() -> object:
    """Make a client."""
    return boto3.client("s3")  # expect: effect=network; finding=side-effect-undocumented


def get_by_session(session: requests.Session, url: str) -> str:
    """Fetch a page by a session."""
    return session.get(url).text  # expect: effect=network; finding=side-effect-undocumented


def post_by_client(client: httpx.Client, url: str) -> None:
    """Send a form by a client."""
    client.post(url)  # expect: effect=network; finding=side-effect-undocumented


async def get_by_async_client(client: httpx.AsyncClient, url: str) -> str:
    """Fetch a page by a client."""
    response = await client.get(url)  # expect: effect=network; finding=side-effect-undocumented
    return response.text


class Site:
    """A site."""

    def __init__(self, session: requests.Session) -> None:
        """Keep the session."""
        self.session = session

    def page(self, url: str) -> str:
        """Fetch a page by the session."""
        return self.session.get(url).text  # expect: effect=network; finding=side-effect-undocumented


def read_url(url: str) -> tuple[str, str]:
    """Taking an address apart sends nothing."""
    return urllib.parse.urlparse(url).netloc, urllib.parse.quote(url)


def build_query(values: dict[str, str]) -> str:
    """Putting an address together sends nothing."""
    return urllib.parse.urlencode(values)


def build_request(url: str) -> urllib.request.Request:
    """A request that nobody sends."""
    return urllib.request.Request(url)


def limit(seconds: float) -> httpx.Timeout:
    """A value of a library that can send."""
    return httpx.Timeout(seconds)


def address(url: str) -> httpx.URL:
    """A value of a library that can send."""
    return httpx.URL(url)


def reason(code: int) -> str:
    """A table of names."""
    return HTTPStatus(code).phrase


def check(code: int) -> None:
    """Making an exception sends nothing.

    Raises:
        requests.HTTPError: If the code is not that of success
    """
    if code >= requests.codes.bad_request:
        raise requests.HTTPError(str(code))  # expect: raises=HTTPError


def look_up(values: dict[str, str]) -> str | None:
    """A dictionary's get."""
    return values.get("x")


def get_by_unknown(client, url: str) -> str:
    """Nothing is known of this client."""
    return client.get(url)
