"""Registered clients: each knows its own people, its own caps and its own rules."""

from pathlib import Path
from typing import Any

import pytest
from asks import ALL_SCOPES, KEY, REDIRECT, SECRET, authorize_query, init_body, query_of
from driver import Server

from carillon_sandbox.url_rules import check_property, check_pull_url, is_owned


class TestRegistry:
    def test_begins_with_the_environments_client_and_hides_its_secret(self, fresh: Server) -> None:
        answer = fresh.http.get("/sandbox/api/clients")

        (client,) = answer.json()
        assert (client["key"], client["platform"], client["audited"]) == (KEY, "desktop", True)
        assert (client["redirect_uris"], client["enabled"]) == ([REDIRECT], True)
        assert SECRET not in answer.text

    def test_a_client_is_registered_with_a_key_and_a_secret_of_its_own(self, fresh: Server) -> None:
        one, other = fresh.register(name="One"), fresh.register(name="Other")

        listed = fresh.http.get("/sandbox/api/clients").json()
        assert [client["name"] for client in listed[1:]] == ["One", "Other"]
        assert one["key"] != other["key"]
        assert one["secret"] != other["secret"]
        assert one["secret"] not in str(fresh.ledger())

    def test_clients_and_changes_survive_a_restart(self, fresh: Server) -> None:
        client = fresh.register(name="One")
        fresh.change_client(client["key"], name="Two", scopes=["video.list"])
        fresh.change_client(url_prefixes=["media.example"])

        fresh.stop()
        fresh.start()

        home, kept = fresh.http.get("/sandbox/api/clients").json()
        assert (kept["name"], kept["scopes"]) == ("Two", ["video.list"])
        assert home["url_prefixes"] == ["media.example"]

    @pytest.mark.parametrize(
        "fields",
        [
            {"platform": "phone"},
            {"redirect_uris": ["https://carillon.example/c"]},
            {"redirect_uris": "http://localhost:1/c"},
            {"redirect_uris": []},
            {"scopes": ["video.delete"]},
            {"audited": "yes"},
            {"webhook_url": "https://carillon.example/hook"},
            {"url_prefixes": ["https://media.example/no-slash"]},
            {"url_prefixes": ["203.0.113.7"]},
            {"key": "no spaces"},
            {"colour": "red"},
        ],
    )
    def test_what_tiktok_would_not_register_is_refused(self, shared: Server, fields: dict[str, Any]) -> None:
        before = shared.http.get("/sandbox/api/clients").json()

        answer = shared.http.post("/sandbox/api/clients", json={"redirect_uris": [REDIRECT], **fields})

        assert (answer.status_code, answer.json()["code"]) == (400, "client_refused")
        assert shared.http.get("/sandbox/api/clients").json() == before

    def test_a_key_is_given_once_and_an_unknown_one_cannot_be_changed(self, shared: Server) -> None:
        taken = shared.http.post("/sandbox/api/clients", json={"key": KEY})
        unknown = shared.http.patch("/sandbox/api/clients/nobody", json={"name": "x"})

        assert (taken.status_code, unknown.status_code) == (409, 404)


class TestSeveralApps:
    def test_know_the_same_person_by_different_ids(self, fresh: Server) -> None:
        other = fresh.register()

        ids = [fresh.connect("studio.nord", client=client).tokens["open_id"] for client in (None, other, None)]

        assert ids[0] == ids[2] != ids[1]

    def test_cannot_use_each_others_codes_and_tokens(self, fresh: Server) -> None:
        other = fresh.register()
        mine = {"client_key": other["key"], "client_secret": other["secret"]}
        code = fresh.code("studio.nord")
        tokens = fresh.token(code=code).json()

        stolen = [
            fresh.token(code=fresh.code("studio.nord"), **mine),
            fresh.token(grant_type="refresh_token", refresh_token=tokens["refresh_token"], **mine),
            fresh.http.post("/v2/oauth/revoke/", data={**mine, "token": tokens["access_token"]}),
        ]

        assert [answer.json()["error"] for answer in stolen] == ["invalid_grant", "invalid_grant", "invalid_request"]
        assert fresh.refresh(tokens["refresh_token"]).json()["access_token"]

    def test_cannot_see_each_others_posts(self, fresh: Server) -> None:
        publish_id = fresh.connect("studio.nord").open_upload(1000)["publish_id"]
        app = fresh.connect("studio.nord", client=fresh.register())

        answer = app.post("/v2/post/publish/status/fetch/", {"publish_id": publish_id})

        assert answer.json()["error"]["code"] == "token_not_authorized_for_specified_publish_id"

    def test_share_a_creators_daily_cap(self, fresh: Server) -> None:
        fresh.settings(posts_per_creator=2)
        apps = [fresh.connect("studio.nord", client=client) for client in (None, fresh.register(), fresh.register())]

        codes = [app.init(init_body(1000)).json()["error"]["code"] for app in apps]

        assert codes == ["ok", "ok", "spam_risk_too_many_posts"]

    def test_have_their_own_audit_and_their_own_cap_of_creators(self, fresh: Server) -> None:
        fresh.settings(creators_when_unaudited=1)
        for handle in ("studio.nord", "mira.builds"):
            fresh.rules(handle, is_private=True)
        only_me = init_body(1000, privacy_level="SELF_ONLY")
        clients = [fresh.register(audited=False), fresh.register(audited=False)]

        def code_of(handle: str, client: dict[str, Any]) -> str:
            code: str = fresh.connect(handle, client=client).init(only_me).json()["error"]["code"]
            return code

        assert [code_of("studio.nord", client) for client in clients] == ["ok", "ok"]
        assert [code_of("mira.builds", client) for client in clients] == ["reached_active_user_cap"] * 2
        assert fresh.connect("mira.builds").init(init_body(1000, privacy_level="SELF_ONLY")).status_code == 200

    def test_are_named_on_the_consent_page(self, fresh: Server) -> None:
        client = fresh.register(name="<Kiosk>")

        page = fresh.http.get(f"/v2/auth/authorize/?{authorize_query(client_key=client['key'])}").text

        assert "&lt;Kiosk&gt;" in page
        assert client["key"] in page

    def test_a_scope_the_app_lost_no_longer_holds(self, fresh: Server) -> None:
        client = fresh.register()
        app = fresh.connect("studio.nord", client=client)

        fresh.change_client(client["key"], scopes=["user.info.basic"])

        assert app.creator_info().json()["error"]["code"] == "scope_not_authorized"
        page = fresh.http.get(f"/v2/auth/authorize/?{authorize_query(client_key=client['key'])}")
        assert page.status_code == 400

    def test_a_disabled_one_is_no_client_at_all(self, fresh: Server) -> None:
        client = fresh.register()
        app = fresh.connect("studio.nord", client=client)

        fresh.change_client(client["key"], enabled=False)

        mine = {"client_key": client["key"], "client_secret": client["secret"]}
        again = fresh.token(grant_type="refresh_token", refresh_token=app.tokens["refresh_token"], **mine)
        assert again.json()["error"] == "invalid_client"
        assert app.get("/v2/user/info/?fields=open_id").json()["error"]["code"] == "access_token_invalid"
        assert fresh.http.get(f"/v2/auth/authorize/?{authorize_query(client_key=client['key'])}").status_code == 400


class TestClientCredentials:
    def test_give_a_token_that_opens_nothing_here(self, shared: Server) -> None:
        form = {"client_key": KEY, "client_secret": SECRET, "grant_type": "client_credentials"}

        answer = shared.http.post("/v2/oauth/token/", data=form).json()

        assert answer["access_token"].startswith("clt.")
        assert (answer["expires_in"], answer["token_type"], len(answer)) == (7200, "Bearer", 3)
        headers = {"Authorization": f"Bearer {answer['access_token']}"}
        assert shared.http.get("/v2/user/info/?fields=open_id", headers=headers).status_code == 401


class TestAlone:
    def test_starts_with_a_documented_client_and_a_folder_of_its_own(self, tmp_path: Path) -> None:
        unset = dict.fromkeys(("SANDBOX_CLIENT_KEY", "SANDBOX_CLIENT_SECRET", "SANDBOX_REDIRECT_URIS"))
        server = Server(tmp_path / "data", {**unset})
        server.start()
        query = authorize_query(redirect_uri="http://localhost:3000/api/auth/callback/tiktok")
        body = {"handle": "studio.nord", "authorize_url": f"/v2/auth/authorize/?{query}"}

        back = query_of(server.http.post("/sandbox/api/authorize", json=body).json()["redirect_url"])
        answer = server.token(code=back["code"], redirect_uri="http://localhost:3000/api/auth/callback/tiktok")
        server.stop()

        assert answer.json()["scope"] == ALL_SCOPES


class TestUrlRules:
    @pytest.mark.parametrize(
        ("url", "owned"),
        [
            ("https://media.example/a.mp4", True),
            ("https://cdn.media.example/x/a.mp4?token=1", True),
            ("https://badmedia.example/a.mp4", False),
            ("https://files.example/public/a.mp4", True),
            ("https://files.example/publicity/a.mp4", False),
            ("https://files.example/public/../a.mp4", False),
            ("https://files.example/public/%2e%2e/a.mp4", False),
            ("https://sub.files.example/public/a.mp4", False),
            ("http://files.example/public/a.mp4", False),
            ("https://media.example@evil.example/a.mp4", False),
            ("https://evil.example\\.media.example/a.mp4", False),
            ("http://127.0.0.1:8000/a.mp4", True),
            ("http://10.127.0.0.1/a.mp4", False),
        ],
    )
    def test_a_property_covers_its_sub_domains_or_its_path_and_nothing_else(self, url: str, owned: bool) -> None:
        assert is_owned(url, ["media.example", "https://files.example/public/", "127.0.0.1"]) is owned

    @pytest.mark.parametrize(
        ("url", "fine"),
        [
            ("https://media.example/a.mp4", True),
            ("http://media.example/a.mp4", False),
            ("https://203.0.113.7/a.mp4", False),
            ("http://localhost:8000/a.mp4", True),
            ("ftp://localhost/a.mp4", False),
            ("https://media.example/a b.mp4", False),
            ("media.example/a.mp4", False),
            (None, False),
        ],
    )
    def test_only_https_by_name_is_pulled_except_on_this_machine(self, url: object, fine: bool) -> None:
        assert (check_pull_url(url) is None) is fine

    @pytest.mark.parametrize("text", ["media.example", "localhost", "127.0.0.1", "https://media.example/a/"])
    def test_a_property_is_a_domain_or_a_prefix(self, text: str) -> None:
        assert check_property(text) is None


class TestEnvironmentsClient:
    def test_keeps_what_only_the_control_api_said_and_takes_what_the_environment_says(self, tmp_path: Path) -> None:
        server = Server(tmp_path / "data")
        server.start()
        server.change_client(name="Mine", url_prefixes=["media.example"], audited=False)
        server.stop()
        server.environ["SANDBOX_WEBHOOK_URL"] = "http://localhost:4101/hook"

        server.start()
        (home,) = server.http.get("/sandbox/api/clients").json()
        server.stop()

        assert (home["name"], home["url_prefixes"], home["audited"]) == ("Mine", ["media.example"], True)
        assert home["webhook_url"] == "http://localhost:4101/hook"

    def test_has_its_secret_from_the_environment_alone(self, shared: Server) -> None:
        answer = shared.http.patch(f"/sandbox/api/clients/{KEY}", json={"secret": "another"})

        assert (answer.status_code, answer.json()["code"]) == (400, "client_refused")
