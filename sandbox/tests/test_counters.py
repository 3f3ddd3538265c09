"""Counters that TikTok tells wrong."""

from typing import Any

import pytest
from asks import code_of
from client_app import App
from driver import Server

DAY = 86400
OF_USERS = ("follower_count", "following_count", "likes_count", "video_count")
OF_VIDEOS = ("like_count", "comment_count", "share_count", "view_count")
USER = f"/v2/user/info/?fields=username,{','.join(OF_USERS)}"
PLAIN_USER = "/v2/user/info/?fields=username"
FIELDS = f"id,duration,{','.join(OF_VIDEOS)}"
KINDS = ("counters_zero", "counters_negative", "counters_halved", "counters_missing")
Told = dict[str, Any]


@pytest.fixture
def nord(fresh: Server) -> App:
    """An account with a video that was seen for a day, on a clock that stands still."""
    fresh.settings(access_token_seconds=10 * DAY)
    fresh.http.post("/sandbox/api/accounts/studio.nord/posts", json={})
    fresh.clock(offset_seconds=DAY, rate=0)
    fresh.unjudged()
    return fresh.connect("studio.nord")


def hear(app: App) -> list[Told]:
    """Return what each of the three calls says: of the account, of the listed video, of the same one asked for by id."""
    user = app.get(USER).json()["data"]["user"]
    (listed,) = app.post(f"/v2/video/list/?fields={FIELDS}").json()["data"]["videos"]
    body = {"filters": {"video_ids": [listed["id"]]}}
    (named,) = app.post(f"/v2/video/query/?fields={FIELDS}", body).json()["data"]["videos"]
    return [user, listed, named]


def counters(told: list[Told]) -> list[int]:
    return [one[name] for one in told for name in (*OF_USERS, *OF_VIDEOS) if name in one]


class TestKinds:
    def test_zero(self, fresh: Server, nord: App) -> None:
        fresh.fault("counters_zero")

        assert counters(hear(nord)) == [0] * 12

    def test_negative(self, fresh: Server, nord: App) -> None:
        truth = hear(nord)
        fresh.fault("counters_negative")

        assert counters(hear(nord)) == [-count for count in counters(truth)]
        assert min(counters(truth)) > 0

    @pytest.mark.parametrize(("options", "factor"), [({}, 0.4), ({"factor": 0.75}, 0.75), ({"factor": 1}, 1)])
    def test_halved(self, fresh: Server, nord: App, options: dict[str, float], factor: float) -> None:
        truth = hear(nord)
        fresh.fault("counters_halved", options=options)

        assert counters(hear(nord)) == [int(count * factor) for count in counters(truth)]

    def test_missing(self, fresh: Server, nord: App) -> None:
        fresh.fault("counters_missing")

        assert [set(one) for one in hear(nord)] == [{"username"}, {"id", "duration"}, {"id", "duration"}]

    @pytest.mark.parametrize("kind", KINDS)
    def test_leaves_all_else_as_it_is(self, fresh: Server, nord: App, kind: str) -> None:
        truth = hear(nord)
        fresh.fault(kind)

        answer = nord.get(USER)

        assert [one.get("username", one.get("id")) for one in hear(nord)] == [
            one.get("username", one.get("id")) for one in truth
        ]
        assert code_of(answer) == (200, "ok")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.json()["error"]["log_id"] == answer.headers["x-tt-logid"]


class TestWhom:
    def test_so_many_times_of_calls_that_show_counters(self, fresh: Server, nord: App) -> None:
        truth = counters(hear(nord))
        fresh.fault("counters_zero", handle="studio.nord", times=1)

        nord.get(PLAIN_USER)
        fresh.http.get(USER, headers={"Authorization": "Bearer act.none"})
        told = [counters(hear(nord)) for _ in range(2)]

        assert told == [[0, 0, 0, 0, *truth[4:]], truth]
        assert [entry["call"] for entry in fresh.events("fault.applied")] == ["user_info"]

    def test_one_call_and_one_account(self, fresh: Server, nord: App) -> None:
        fresh.fault("counters_missing", path="video_list", handle="studio.nord")

        user, listed, named = hear(nord)

        assert (len(user), len(listed), len(named)) == (5, 2, 6)
        assert "follower_count" in fresh.connect("mira.builds").get(USER).json()["data"]["user"]

    def test_a_refusal_stays_one(self, fresh: Server, nord: App) -> None:
        fresh.fault("counters_zero")

        assert code_of(nord.get(f"{USER},email")) == (400, "invalid_params")

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_a_scenario_on_the_pages_too(self, fresh: Server, nord: App, kind: str) -> None:
        truth = hear(nord)
        form = {"do": "scenario", "scenario": kind, "times": ""}
        fresh.http.post("/accounts/studio.nord/phone", data=form, headers={"Origin": fresh.url})

        assert hear(nord) != truth
        assert kind in fresh.http.get("/control").text
        (active,) = fresh.http.get("/sandbox/api/scenarios").json()["active"]
        assert (active["name"], active["handle"]) == (kind, "studio.nord")
