"""Codes, consents and tokens as they are kept."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Row

from carillon_sandbox.store import Change, Store


@dataclass(frozen=True, slots=True)
class Grant:
    """One consent of one account to one client."""

    id: int
    client_key: str
    handle: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """An authorization code that was found: what it was given for and until when it holds."""

    digest: str
    client_key: str
    handle: str
    scopes: tuple[str, ...]
    redirect_uri: str
    code_challenge: str | None
    expires_at: float
    used_at: float | None


@dataclass(frozen=True, slots=True)
class TokenPair:
    """A fresh pair, in the clear for the only time."""

    access: str
    refresh: str
    expires_in: int
    refresh_expires_in: int


def digest_of(value: str) -> str:
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()


def open_id_of(client_key: str, handle: str) -> str:
    """Return the id by which one app knows one account: the same at every reconnect."""
    return "-000" + digest_of(f"open_id\n{client_key}\n{handle}")[:40]


def union_id_of(handle: str) -> str:
    return digest_of(f"union_id\n{handle}")[:36]


def new_code() -> str:
    """Make a code with the characters that must be URL-decoded before the exchange."""
    return f"{secrets.token_urlsafe(36)}*{secrets.randbelow(10)}!{secrets.randbelow(10000):04d}.sb"


def new_token(prefix: str) -> str:
    return f"{prefix}.{secrets.token_urlsafe(48)}*!{secrets.randbelow(10000):04d}.sb"


def split_scopes(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(",") if part)


def save_code(change: Change, value: str, code: Code) -> None:
    change.run(
        "INSERT INTO codes (digest, client_key, handle, scopes, redirect_uri, code_challenge, expires_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            digest_of(value), code.client_key, code.handle, ",".join(code.scopes),
            code.redirect_uri, code.code_challenge, code.expires_at,
        ),
    )  # fmt: skip


def find_code(store: Store, value: str) -> Code | None:
    row = store.row("SELECT * FROM codes WHERE digest = ?", (digest_of(value),))
    if row is None:
        return None
    return Code(**{**dict(row), "scopes": split_scopes(row["scopes"])})


def open_grant(change: Change, store: Store, code: Code, now: float) -> Grant:
    change.run(
        "INSERT INTO grants (client_key, handle, scopes, created_at) VALUES (?, ?, ?, ?)",
        (code.client_key, code.handle, ",".join(code.scopes), now),
    )
    row = store.row("SELECT * FROM grants WHERE id = last_insert_rowid()")
    if row is None:
        raise RuntimeError("the grant just written cannot be read")
    return _read_grant(row)


def _read_grant(row: Row) -> Grant:
    return Grant(row["id"], row["client_key"], row["handle"], split_scopes(row["scopes"]))


def issue_tokens(change: Change, grant: Grant, store: Store, now: float) -> TokenPair:
    """Make and keep a new pair; what was issued before is left alone."""
    settings = store.settings
    pair = TokenPair(
        access=new_token("act"),
        refresh=new_token("rft"),
        expires_in=settings.access_token_seconds,
        refresh_expires_in=settings.refresh_token_seconds,
    )
    rows = ((pair.access, "access", pair.expires_in), (pair.refresh, "refresh", pair.refresh_expires_in))
    for value, kind, seconds in rows:
        change.run(
            "INSERT INTO tokens (digest, grant_id, kind, expires_at) VALUES (?, ?, ?, ?)",
            (digest_of(value), grant.id, kind, now + seconds),
        )
    return pair


def find_live_grant(store: Store, value: str, *, kind: str, now: float, grace: float = 0.0) -> Grant | None:
    """Return the consent a token stands for, unless it is spent (longer than `grace` ago), expired, revoked or unknown."""
    row = store.row(
        "SELECT grants.* FROM tokens JOIN grants ON grants.id = tokens.grant_id "
        "WHERE digest = ? AND kind = ? AND expires_at > ? AND (spent_at IS NULL OR spent_at > ?) AND revoked_at IS NULL",
        (digest_of(value), kind, now, now - grace),
    )
    return _read_grant(row) if row else None


def find_spender(store: Store, value: str) -> str | None:
    """Return whose refresh token this was, when it was presented before and is spent; None for any other."""
    row = store.row(
        "SELECT handle FROM tokens JOIN grants ON grants.id = tokens.grant_id "
        "WHERE digest = ? AND kind = 'refresh' AND spent_at IS NOT NULL",
        (digest_of(value),),
    )
    return row["handle"] if row else None


def spend_token(change: Change, value: str, now: float) -> None:
    """Mark a refresh token as used; the first use counts."""
    change.run("UPDATE tokens SET spent_at = ? WHERE digest = ? AND spent_at IS NULL", (now, digest_of(value)))


def end_access(change: Change, grant: Grant, now: float) -> None:
    """End every access token of a consent at once."""
    sql = "UPDATE tokens SET expires_at = ? WHERE grant_id = ? AND kind = 'access' AND expires_at > ?"
    change.run(sql, (now, grant.id, now))


def revoke_account(change: Change, client_key: str, handle: str, now: float) -> None:
    """End every consent this account gave to this client."""
    sql = "UPDATE grants SET revoked_at = ? WHERE client_key = ? AND handle = ? AND revoked_at IS NULL"
    change.run(sql, (now, client_key, handle))


def has_consent(store: Store, client_key: str, handle: str) -> bool:
    """Tell whether the account still lets the client in; expired tokens do not take that away."""
    sql = "SELECT 1 FROM grants WHERE client_key = ? AND handle = ? AND revoked_at IS NULL"
    return store.row(sql, (client_key, handle)) is not None


def clients_of(store: Store, handle: str) -> list[str]:
    """Return the keys of the apps that the account lets in, the earliest first."""
    sql = "SELECT client_key FROM grants WHERE handle = ? AND revoked_at IS NULL GROUP BY client_key ORDER BY min(id)"
    return [row["client_key"] for row in store.rows(sql, (handle,))]


def handles_seen(store: Store, client_key: str) -> set[str]:
    """Return the accounts that ever connected to the client."""
    rows = store.rows("SELECT DISTINCT handle FROM grants WHERE client_key = ?", (client_key,))
    return {row["handle"] for row in rows}


def handles_connected(store: Store, client_key: str, now: float) -> set[str]:
    """Return the accounts that hold a consent which can still be used or renewed."""
    rows = store.rows(
        "SELECT DISTINCT handle FROM grants JOIN tokens ON tokens.grant_id = grants.id "
        "WHERE client_key = ? AND revoked_at IS NULL AND spent_at IS NULL AND expires_at > ?",
        (client_key, now),
    )
    return {row["handle"] for row in rows}


def missing_scopes(grant: Grant, wanted: Iterable[str]) -> list[str]:
    return [scope for scope in wanted if scope not in grant.scopes]
