"""What a process refuses to start on, each with a sentence that says what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BACKEND = Path(__file__).resolve().parents[2]
GOOD = {
    "CARILLON_ENV": "production",
    "SECRET_KEY": "q7Vd0m2kXw9sTr4bYh6nLc1eZa8uGf3pJi5oRt",
    "DATABASE_URL": "postgresql://carillon@127.0.0.1:1/carillon",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "PUBLIC_URL": "https://posts.northwind.net",
    "TIKTOK_CLIENT_KEY": "aw7k2m9q4x1z",
    "TIKTOK_CLIENT_SECRET": "Zk3Qn8Lw5Rt1Vb7Xc2",
    "TIKTOK_REDIRECT_URI": "https://posts.northwind.net/accounts/connect/callback",
}
IMPORT = "import config.settings as s; print(s.TIKTOK.platform, s.TIKTOK.uses_pkce, s.TIKTOK)"


def start(script: str = IMPORT, /, **changes: str | None) -> "subprocess.CompletedProcess[str]":
    """Import the settings in a fresh process whose environment is a good one but for `changes`."""
    chosen = {name: value for name, value in (GOOD | changes).items() if value is not None}
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(BACKEND), "DJANGO_SETTINGS_MODULE": "config.settings"}
    command = [sys.executable, "-c", script]
    return subprocess.run(command, env=environment | chosen, capture_output=True, text=True, check=False, timeout=60)


def refusal(**changes: str | None) -> str:
    done = start(IMPORT, **changes)
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    name, _, sentence = last.partition(": ")
    assert name == "django.core.exceptions.ImproperlyConfigured"
    return sentence


class TestStart:
    def test_works_with_everything_in_place(self) -> None:
        done = start()

        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("web False")

    def test_shows_no_secret(self) -> None:
        assert GOOD["TIKTOK_CLIENT_SECRET"] not in start().stdout

    def test_works_in_development_with_nothing_at_all(self) -> None:
        done = start(IMPORT, **(dict.fromkeys(GOOD) | {"CARILLON_ENV": "development"}))

        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("desktop True")

    def test_takes_an_unnamed_environment_for_production(self) -> None:
        assert "SECRET_KEY is not set" in refusal(CARILLON_ENV=None, SECRET_KEY=None)

    def test_never_runs_in_debug_mode(self) -> None:
        assert start("import config.settings as s; print(s.DEBUG)", DEBUG="1").stdout == "False\n"

    @pytest.mark.parametrize(
        "name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL", "TIKTOK_CLIENT_KEY", "TIKTOK_CLIENT_SECRET"]
    )
    @pytest.mark.parametrize("value", [None, " "])
    def test_is_refused_when_something_is_missing(self, name: str, value: str | None) -> None:
        assert refusal(**{name: value}).startswith(f"{name} is not set.")

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("SECRET_KEY", "change-me-change-me-change-me-change-me-change-me"),
            ("SECRET_KEY", "development-only-" + "x" * 32),
            ("SECRET_KEY", "django-insecure-q7Vd0m2kXw9sTr4bYh6nLc1eZa8uGf3pJi5oRt"),
            ("SECRET_KEY", "Your-Secret-Key-q7Vd0m2kXw9sTr4bYh6nLc1eZa8uGf"),
            ("TIKTOK_CLIENT_KEY", "sandbox-client-key"),
            ("TIKTOK_CLIENT_SECRET", "sandbox-client-secret"),
            ("TIKTOK_CLIENT_SECRET", "example-secret-of-an-app"),
        ],
    )
    def test_is_refused_on_a_sample(self, name: str, value: str) -> None:
        sentence = refusal(**{name: value})

        assert sentence.startswith(f"{name} is a sample value.")
        assert value not in sentence

    @pytest.mark.parametrize(
        ("name", "value", "least"),
        [("SECRET_KEY", "q7Vd0m2kXw9s", 32), ("TIKTOK_CLIENT_KEY", "aw7", 8), ("TIKTOK_CLIENT_SECRET", "Zk3Qn8Lw", 16)],
    )
    def test_is_refused_on_a_short_secret(self, name: str, value: str, least: int) -> None:
        sentence = refusal(**{name: value})

        assert sentence == f"{name} has {len(value)} characters; it needs at least {least}."

    @pytest.mark.parametrize(
        "uri",
        [
            "http://posts.northwind.net/back",
            "https://localhost:4100/back",
            "https://127.0.0.1/back",
            "http://localhost/back",
        ],
    )
    def test_is_refused_when_a_web_app_would_come_back_unsafely(self, uri: str) -> None:
        assert "needs an https TIKTOK_REDIRECT_URI" in refusal(TIKTOK_REDIRECT_URI=uri)

    @pytest.mark.parametrize("name", ["TIKTOK_API_URL", "TIKTOK_AUTHORIZE_URL"])
    def test_is_refused_when_tiktok_would_be_spoken_to_in_the_clear(self, name: str) -> None:
        assert refusal(**{name: "http://open.tiktokapis.com"}).startswith(f"{name} must be https")

    def test_takes_plain_http_for_a_sandbox_on_this_machine(self) -> None:
        assert start(TIKTOK_API_URL="http://127.0.0.1:4102").returncode == 0

    def test_is_refused_on_a_platform_tiktok_does_not_have(self) -> None:
        assert "it is 'desktop' or 'web'" in refusal(TIKTOK_PLATFORM="mobile")

    def test_takes_a_desktop_app_on_localhost(self) -> None:
        done = start(PUBLIC_URL="http://localhost:4100", TIKTOK_REDIRECT_URI=None)

        assert done.stdout.startswith("desktop True"), done.stderr


class TestSettings:
    def test_hash_passwords_with_argon2id_at_the_recommended_cost(self) -> None:
        script = (
            "import django; django.setup()\n"
            "from django.contrib.auth.hashers import get_hashers\n"
            "[hasher] = get_hashers()\n"
            "print(hasher.encode('x', hasher.salt())[:15], hasher.memory_cost >= 19456, hasher.time_cost >= 2)"
        )

        assert start(script).stdout == "argon2$argon2id True True\n"

    def test_send_only_json_through_the_broker(self) -> None:
        script = (
            "from config import celery_settings as s; print(s.accept_content, s.task_serializer, s.result_serializer)"
        )

        assert start(script).stdout == "['json'] json json\n"

    @pytest.mark.parametrize(
        ("redis", "broker"),
        [
            ("redis://127.0.0.1:6379/0", "redis://127.0.0.1:6379/0"),
            ("unix://:pw@/run/valkey.sock?db=0", "redis+socket://:pw@/run/valkey.sock?virtual_host=0"),
        ],
    )
    def test_name_the_broker_as_kombu_does(self, redis: str, broker: str) -> None:
        script = "from config import celery_settings as s; print(s.broker_url)"

        assert start(script, REDIS_URL=redis).stdout == f"{broker}\n"

    def test_schedule_and_route_only_tasks_that_exist(self) -> None:
        script = (
            "import django; django.setup()\n"
            "from config.celery import app\n"
            "app.loader.import_default_modules()\n"
            "ours = {name for name in app.tasks if not name.startswith('celery.')}\n"
            "queues = {queue.name for queue in app.conf.task_queues}\n"
            "router = app.amqp.router\n"
            "print({row['task'] for row in app.conf.beat_schedule.values()} - ours)\n"
            "print({router.route({}, name)['queue'].name for name in ours} - queues)\n"
            "print(sorted({router.route({}, name)['queue'].name for name in ours if name.startswith('publishing.')}))\n"
        )

        done = start(script)

        assert done.stdout == "set()\nset()\n['publish']\n", done.stderr


class TestHealth:
    def test_is_bad_when_the_database_is_away(self) -> None:
        script = (
            "import django; django.setup()\n"
            "from django.test import Client\n"
            "answer = Client().get('/healthz')\n"
            "print(answer.status_code, answer.json())"
        )

        assert start(script).stdout == "503 {'ok': False, 'database': 'unreachable'}\n"


class TestTikTokApp:
    SHOW = "import config.settings as s; print(s.TIKTOK.audited, len(s.TIKTOK.scopes))"

    def test_is_unaudited_with_every_scope_unless_said_otherwise(self) -> None:
        assert start(self.SHOW).stdout == "False 6\n"

    def test_is_as_the_environment_says(self) -> None:
        done = start(self.SHOW, TIKTOK_AUDITED="1", TIKTOK_SCOPES="user.info.basic, video.upload")

        assert done.stdout == "True 2\n"

    @pytest.mark.parametrize(
        ("name", "value", "part"),
        [
            ("TIKTOK_AUDITED", "yes", "it is 1 once TikTok has audited the app"),
            ("TIKTOK_SCOPES", "video.publish", "needs user.info.basic"),
            ("TIKTOK_SCOPES", "user.info.basic,research.data", "research.data"),
        ],
    )
    def test_is_refused_when_it_makes_no_sense(self, name: str, value: str, part: str) -> None:
        assert part in refusal(**{name: value})
