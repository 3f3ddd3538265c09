"""A12: looking for tokens, upload addresses and client secrets where none may be."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

# What the sandbox's tokens and upload addresses look like, as bytes.
SHAPES = re.compile(rb"(?:act|rft)\.[A-Za-z0-9_\-]{40,}|upload_token=[A-Za-z0-9_\-]{20,}")
SHOWN = 12


def search(name: str, content: bytes, secrets: Iterable[str]) -> list[str]:
    """Return what was found in one piece of text, each with its beginning only."""
    found = {match.group()[:SHOWN].decode() for match in SHAPES.finditer(content)}
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
            return b"\n".join(valkey.lrange(key, 0, -1))
        case b"hash":
            return b"\n".join(value for pair in valkey.hgetall(key).items() for value in pair)
        case b"string":
            return bytes(valkey.get(key) or b"")
    return b""
