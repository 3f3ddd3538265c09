"""After everything else: no token, code, secret or upload address of TikTok's in anything that leaves a process."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import redis
from django.conf import settings
from django.db import connection
from tests.leak_watch import SECRET, SINKS, watch

from api.accounts.gateway import oauth_client
from api.accounts.models import Account
from api.accounts.profile_services import sync_account
from api.accounts.tests.conftest import let_expire, open_token
from api.accounts.token_services import ReconnectRequired, fresh_access_token
from api.publishing.tests.conftest import broken_line, compose_body, run
from conftest import NOON, Caller, Sandbox


def find_secrets(content: bytes, *known: str) -> list[bytes]:
    """Return what looks like a secret of TikTok's in `content`, and those of `known` that stand there as they are."""
    plain = [secret.encode() for secret in known]
    quoted = [quote(secret, safe="").encode() for secret in known]
    return SECRET.findall(content) + [secret for secret in plain + quoted if secret in content]


def dump_database() -> bytes:
    """Return every row of every table as text, as a dump would."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        tables = [name for (name,) in cursor.fetchall()]
        rows: list[str] = []
        for table in tables:
            cursor.execute(f'SELECT to_jsonb(t)::text FROM "{table}" t')  # noqa: S608 - the database's own names
            rows += [f"{table} {row}" for (row,) in cursor.fetchall()]
    return "\n".join(rows).encode()


def dump_valkey() -> bytes:
    """Return every key and value of the store."""
    store = redis.Redis.from_url(settings.REDIS_URL)
    found: list[bytes] = []
    for key in store.scan_iter(count=500):
        found += [bytes(key), *(bytes(value) for value in read_key(store, key))]
    store.close()
    return b"\n".join(found)


def read_key(store: Any, key: bytes) -> list[bytes]:
    match store.type(key):
        case b"string":
            return [store.get(key)]
        case b"list":
            return list(store.lrange(key, 0, -1))
        case b"set":
            return list(store.smembers(key))
        case b"zset":
            return list(store.zrange(key, 0, -1))
        case b"hash":
            return [part for pair in store.hgetall(key).items() for part in pair]
        case b"none":
            return []  # it has expired since it was listed
        case kind:
            raise AssertionError(f"{key!r} is a {kind!r}, which this search does not read")


def read_files(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".mp4")


def live_secrets(account: Account) -> list[str]:
    return [open_token(account, "access"), open_token(account, "refresh"), settings.TIKTOK.client_secret]


@pytest.mark.django_db(transaction=True)
class TestAWholeLife:
    """Connect, refresh, publish, lose answers, be refused; then look everywhere at once."""

    def test_leaves_no_secret_behind(self, alice: Caller, sandbox: Sandbox, tmp_path: Path) -> None:
        account = alice.connect(sandbox, "studio.nord")
        known = live_secrets(account)
        sync_account(account=account, now=NOON)
        let_expire(account, seconds=10)
        fresh_access_token(account.pk)
        known += live_secrets(account)
        clip = alice.upload()
        answer = alice.post("/posts", compose_body(clip, account))
        publication = account.publications.get()
        with broken_line("/v2/post/publish/status/fetch/"):
            done = run(publication)
        halfway = alice.post("/posts", compose_body(clip, account, caption="Another"))
        with broken_line("/upload/"):
            run(account.publications.exclude(pk=publication.pk).get())
        oauth_client(account.app).refresh(open_token(account, "refresh"))
        let_expire(account, seconds=-1)
        with pytest.raises(ReconnectRequired):
            fresh_access_token(account.pk)
        shown = [answer.content, halfway.content, alice.get("/accounts").content, alice.get("/posts").content]

        assert done.state == "published"
        for name, content in {
            "database": dump_database(),
            "valkey": dump_valkey(),
            "files": read_files(tmp_path),
            "answers": b"\n".join(shown),
            **{sink: watch.read(sink) for sink in SINKS},
        }.items():
            assert find_secrets(content, *known) == [], name

    def test_would_have_found_them(self, alice: Caller, sandbox: Sandbox) -> None:
        """The search itself works: each kind of secret is found where it is put."""
        account = alice.connect(sandbox, "studio.nord")
        access, refresh, secret = live_secrets(account)
        Account.objects.filter(pk=account.pk).update(nickname=access)
        store = redis.Redis.from_url(settings.REDIS_URL)
        store.set("leak-watch:planted", f"x{quote(refresh, safe='')}x {refresh}", ex=60)

        assert access.encode() in find_secrets(dump_database(), access)
        assert find_secrets(dump_valkey())
        assert find_secrets(f"log line {secret}".encode(), secret)
        assert find_secrets(b"PUT /upload/?upload_id=1&upload_token=" + b"x" * 43)
        store.delete("leak-watch:planted")
        store.close()


class TestTheSuite:
    def test_was_watched(self) -> None:
        """An empty record would prove nothing."""
        assert watch.noted["log"] > 0
        assert watch.noted["error"] > 0
        assert watch.noted["task"] > 0

    @pytest.mark.parametrize("sink", SINKS)
    def test_let_no_secret_out(self, sink: str) -> None:
        assert find_secrets(watch.read(sink)) == []
