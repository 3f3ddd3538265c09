"""A12: looking for tokens, upload addresses and client secrets where none may be."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from redis import Redis
from redis.exceptions import RedisError

from launcher.leaks import SECRET

SHOWN = 12


def search(name: str, content: bytes, secrets: Iterable[str]) -> list[str]:
    """Return what was found in one piece of text, each with its beginning only."""
    found = {match.group()[:SHOWN].decode() for match in SECRET.finditer(content)}
    said = [f"{name} holds {start}…" for start in sorted(found)]
    return said + [f"{name} holds a client secret" for secret in secrets if secret.encode() in content]


def search_files(paths: Sequence[Path], secrets: Sequence[str]) -> list[str]:
    """Search whole files."""
    return [line for path in paths for line in search(path.name, path.read_bytes(), secrets)]


def search_valkey(url: str, secrets: Sequence[str]) -> list[str]:
    """Search every key of Valkey, and with them every message that waits; nothing while it is away."""
    said: list[str] = []
    try:
        with Redis.from_url(url, socket_timeout=2.0) as valkey:
            for key in valkey.scan_iter(count=500):
                content = bytes(key) + (valkey.dump(key) or b"") + _whole(valkey, bytes(key))
                said += search(f"the key {key.decode('utf-8', 'replace')}", content, secrets)
    except RedisError:
        return said
    return said


def _whole(valkey: "Redis", key: bytes) -> bytes:
    # DUMP may compress: lists and hashes, which hold the messages, are read as they are.
    match valkey.type(key):
        case b"list":
            found: list[Any] = list(valkey.lrange(key.decode(), 0, -1))
        case b"hash":
            found = [word for pair in valkey.hgetall(key.decode()).items() for word in pair]
        case b"string":
            found = [valkey.get(key.decode()) or b""]
        case _:
            found = []
    return b"\n".join(bytes(piece) for piece in found)
