"""The phone of an account and the control page: buttons that need no script, and only from here."""

import re
from typing import Any

import httpx2
import pytest
from asks import KEY, code_of
from client_app import App
from clips import draw_clip
from driver import Server

from carillon_sandbox.world.accounts import RULES

USER = "/v2/user/info/?fields=open_id"


def press(server: Server, path: str, do: str, **fields: str) -> httpx2.Response:
    """Press a button of a page, as a browser would."""
    return server.http.post(path, data={"do": do, **fields}, headers={"Origin": server.url})


def press_phone(server: Server, do: str, handle: str = "studio.nord", **fields: str) -> httpx2.Response:
    return press(server, f"/accounts/{handle}/phone", do, **fields)


def account(server: Server, handle: str = "studio.nord") -> dict[str, Any]:
    found: list[dict[str, Any]] = server.http.get("/sandbox/api/accounts").json()
    return next(one for one in found if one["handle"] == handle)


class TestButtons:
    @pytest.mark.parametrize("rule", RULES)
    def test_switch_a_rule_and_back(self, fresh: Server, rule: str) -> None:
        before = account(fresh)[rule]

        answer = press_phone(fresh, f"rule {rule}")
        changed = account(fresh)[rule]
        press_phone(fresh, f"rule {rule}")

        assert (answer.status_code, answer.headers["location"]) == (303, "/accounts/studio.nord/phone")
        assert (changed, account(fresh)[rule]) == (not before, before)

    def test_remove_the_apps_permission(self, fresh: Server) -> None:
        client = fresh.register(name="Another app")
        app, other = fresh.connect("studio.nord"), fresh.connect("studio.nord", client=client)

        press_phone(fresh, f"remove_app {KEY}")

        assert code_of(app.get(USER)) == (401, "access_token_invalid")
        assert code_of(other.get(USER)) == (200, "ok")
        text = fresh.http.get("/accounts/studio.nord/phone").text
        assert (f"remove_app {KEY}" in text, "Another app" in text) == (False, True)

    def test_post_and_discard_drafts(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        first, second = (app.send_draft(draw_clip(seconds=0.2)) for _ in range(2))
        app.wait(first), app.wait(second)
        shown = fresh.http.get("/accounts/studio.nord/phone").text

        posted = press_phone(fresh, f"post_draft {first}", privacy="PUBLIC_TO_EVERYONE")
        discarded = press_phone(fresh, f"discard_draft {second}")

        assert (first in shown, second in shown) == (True, True)
        assert (posted.status_code, discarded.status_code) == (303, 303)
        (post_id,) = app.wait(first, public=True)["publicaly_available_post_id"]
        assert app.status(second)["status"] == "SEND_TO_USER_INBOX"
        after = fresh.http.get("/accounts/studio.nord/phone").text
        assert ("No drafts are waiting." in after, f"delete {post_id}" in after) == (True, True)
        assert "discarded" in fresh.http.get("/accounts/studio.nord").text

    def test_make_a_post_and_delete_it(self, fresh: Server) -> None:
        press_phone(fresh, "make_post", caption="Tea & <b>toast</b>")
        text = fresh.http.get("/accounts/studio.nord/phone").text
        found = re.search(r'value="delete (\d+)"', text)
        assert found

        deleted = press_phone(fresh, f"delete {found[1]}")

        assert "Tea &amp; &lt;b&gt;toast" in text
        assert deleted.status_code == 303
        assert "No public videos yet." in fresh.http.get("/accounts/studio.nord/phone").text

    def test_a_deleted_upload_says_so_on_the_profile(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        (post_id,) = app.wait(app.send(draw_clip(seconds=0.2)), public=True)["publicaly_available_post_id"]

        press_phone(fresh, f"delete {post_id}")

        assert "deleted" in fresh.http.get("/accounts/studio.nord").text

    def test_switch_a_scenario_on_and_off(self, fresh: Server) -> None:
        app = fresh.connect("studio.nord")
        press_phone(fresh, "scenario", scenario="outage", times="")
        during, shown = app.get(USER).status_code, fresh.http.get("/accounts/studio.nord/phone").text

        press_phone(fresh, "scenario_off")

        assert (during, app.get(USER).status_code) == (500, 200)
        assert "Everything answers 500." in shown
        assert "Everything goes as it should." in fresh.http.get("/accounts/studio.nord/phone").text

    def test_covers_on_the_page_are_shown(self, fresh: Server) -> None:
        press_phone(fresh, "make_post")
        found = re.search(r'<img src="(/covers/[^"]+)"', fresh.http.get("/accounts/studio.nord/phone").text)

        assert found
        assert fresh.http.get(found[1].replace("&amp;", "&")).content.startswith(b"\xff\xd8")

    @pytest.mark.parametrize(
        ("do", "fields"),
        [
            ("", {}),
            ("dance", {}),
            ("rule follower_count", {}),
            ("delete 1", {}),
            ("remove_app", {}),
            (f"remove_app {KEY}", {}),
            ("scenario", {"scenario": "rain"}),
            ("post_draft v_inbox_file~v2.1", {"privacy": "SELF_ONLY"}),
            ("discard_draft v_inbox_file~v2.1", {}),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, shared: Server, do: str, fields: dict[str, str]) -> None:
        assert press_phone(shared, do, "paper.lantern", **fields).status_code == 422

    def test_unknown_accounts_have_no_phone(self, shared: Server) -> None:
        assert shared.http.get("/accounts/nobody/phone").status_code == 404
        assert press_phone(shared, "make_post", "nobody").status_code == 404


class TestControlPage:
    def test_switches_a_scenario_for_all(self, fresh: Server) -> None:
        apps: list[App] = [fresh.connect(handle) for handle in ("studio.nord", "mira.builds")]
        press(fresh, "/control", "scenario", scenario="outage", times="2")

        assert [app.get(USER).status_code for app in (*apps, *apps)] == [500, 500, 200, 200]

    def test_moves_and_hurries_the_clock(self, fresh: Server) -> None:
        press(fresh, "/control", "advance 86400")
        press(fresh, "/control", "rate", rate="0")

        clock = fresh.http.get("/sandbox/api/clock").json()

        assert 86_390 < clock["offset_seconds"] < 86_401
        assert clock["rate"] == 0
        assert "1 d 0:0" in fresh.http.get("/control").text
        assert "stands still" in fresh.http.get("/control").text

    def test_lets_more_people_in(self, fresh: Server) -> None:
        press(fresh, "/control", "people", count="90")

        assert len(fresh.http.get("/sandbox/api/accounts").json()) == 100
        assert "100 accounts." in fresh.http.get("/control").text

    @pytest.mark.parametrize("count", ["0", "-1", "many", ""])
    def test_makes_nobody_of_a_count_that_is_none(self, fresh: Server, count: str) -> None:
        assert press(fresh, "/control", "people", count=count).status_code == 422
        assert len(fresh.http.get("/sandbox/api/accounts").json()) == 10

    def test_gives_a_past_and_tells_what_happened(self, fresh: Server) -> None:
        assert "Nothing has happened yet." in fresh.http.get("/control").text

        press(fresh, "/control", "history")

        assert "history.made" in fresh.http.get("/control").text

    @pytest.mark.parametrize(
        ("do", "fields"),
        [("", {}), ("advance", {}), ("advance -1", {}), ("advance nan", {}), ("rate", {"rate": "fast"})],
    )
    def test_what_makes_no_sense_is_refused(self, shared: Server, do: str, fields: dict[str, str]) -> None:
        assert press(shared, "/control", do, **fields).status_code == 422


class TestOrigin:
    @pytest.mark.parametrize(
        "headers",
        [{}, {"Origin": "null"}, {"Origin": "http://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}],
    )
    @pytest.mark.parametrize("path", ["/control", "/accounts/studio.nord/phone"])
    def test_a_form_of_another_site_does_nothing(self, shared: Server, path: str, headers: dict[str, str]) -> None:
        before = shared.ledger()

        answer = shared.http.post(path, data={"do": "make_post"}, headers=headers)

        assert answer.status_code == 403
        assert shared.ledger() == before

    def test_browsers_that_only_tell_the_site_are_believed(self, fresh: Server) -> None:
        headers = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}

        answer = fresh.http.post("/control", data={"do": "advance 1"}, headers=headers)

        assert answer.status_code == 303

    def test_no_page_needs_a_script(self, shared: Server) -> None:
        for path in ("/control", "/accounts/studio.nord/phone"):
            answer = shared.http.get(path)
            assert "<script" not in answer.text
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            assert answer.headers["referrer-policy"] == "same-origin"
