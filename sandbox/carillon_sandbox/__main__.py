"""The command line: `python -m carillon_sandbox --host 127.0.0.1 --port 4102 --data DIR`."""

import argparse
import logging
import os
import socket
import sqlite3
import sys

import uvicorn

from .app import build_app
from .config import Client, ConfigError, read_client
from .options import past_of, read_arguments
from .profile import ProfileError, load_profile
from .sandbox import Sandbox, open_sandbox
from .store import StoreError
from .url_rules import is_loopback
from .world.accounts import list_accounts
from .world.history import give_history

GRACE_SECONDS = 1
BACKLOG = 256


def base_url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def listen(host: str, port: int) -> socket.socket:
    """Open the listening socket."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off only where the protocol is named; with it, every answer takes 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(BACKLOG)
    return listener


def main(arguments: list[str]) -> int:
    """Run until told to stop; return the exit code."""
    chosen = read_arguments(arguments)
    if not is_loopback(chosen.host) and not chosen.allow_remote:
        return _refuse(f"{chosen.host} can be reached from outside; add --allow-remote if that is meant.")
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    listener: socket.socket | None = None
    try:
        client = read_client(os.environ)
        listener = listen(chosen.host, chosen.port)
        url = chosen.public_url or base_url(chosen.host, listener.getsockname()[1])
        sandbox = _open(client, url.rstrip("/"), chosen)
    except (ConfigError, ProfileError, StoreError, OSError, sqlite3.Error) as error:
        if listener is not None:
            listener.close()
        return _refuse(str(error))
    config = uvicorn.Config(
        build_app(sandbox, any_host=chosen.allow_remote),
        http="h11",
        loop="asyncio",
        ws="none",
        access_log=False,  # the addresses hold upload tokens and codes
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    sys.stdout.write(f"The sandbox listens on {url}\n")
    sys.stdout.flush()
    uvicorn.Server(config).run(sockets=[listener])
    return 0


def _open(client: Client, url: str, chosen: argparse.Namespace) -> Sandbox:
    remote, days_ago = chosen.allow_remote, chosen.begin_days_ago
    sandbox = open_sandbox(client, chosen.data, url, allow_remote=remote, begin_days_ago=days_ago)
    if chosen.profile:
        sandbox.store.save_settings(load_profile(chosen.profile, sandbox.settings))
    if past := past_of(chosen):
        give_history(sandbox, [account.handle for account in list_accounts(sandbox.store)], past)
    return sandbox


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"carillon_sandbox: {sentence}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
