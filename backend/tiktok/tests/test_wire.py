"""TikTok's JSON, field for field."""

import json

import pytest

from tiktok.answers import read_answer
from tiktok.wire import CreatorInfo, OpenedUpload, StatusAnswer, TokenAnswer, UserInfo, VideoPage

TOKENS = {
    "access_token": "act.example12345!5678.va",
    "expires_in": 7200,
    "open_id": "723f24d7-e717-40f8-a2b6-cb8464cd23b4",
    "refresh_expires_in": 15552000,
    "refresh_token": "rft.example6789*1234.va",
    "scope": "user.info.basic,video.list",
    "token_type": "Bearer",
}


class TestStatusAnswer:
    @pytest.mark.parametrize("shown", ["7600000000000000001", '"7600000000000000001"'])
    def test_keeps_every_digit_of_a_post_id(self, shown: str) -> None:
        body = f'{{"data":{{"status":"PUBLISH_COMPLETE","publicaly_available_post_id":[{shown}]}},"error":{{"code":"ok"}}}}'

        status = StatusAnswer.model_validate(read_answer(200, body.encode()))

        assert status.post_ids == ["7600000000000000001"]
        assert float(status.post_ids[0]) != int(status.post_ids[0])  # what a JavaScript number would have made of it

    def test_takes_a_status_it_does_not_know(self) -> None:
        assert StatusAnswer.model_validate({"status": "EXPIRED"}).status == "EXPIRED"

    def test_takes_null_for_absent(self) -> None:
        answer = {"status": "PROCESSING_UPLOAD", "fail_reason": None, "publicaly_available_post_id": None}

        status = StatusAnswer.model_validate(answer)

        assert (status.fail_reason, status.post_ids) == ("", [])


class TestTokenAnswer:
    def test_reads_the_granted_scopes(self) -> None:
        assert TokenAnswer.model_validate(TOKENS).scopes == ["user.info.basic", "video.list"]

    @pytest.mark.parametrize(("scope", "scopes"), [("", []), (" a , b,", ["a", "b"]), ("b,a", ["a", "b"])])
    def test_reads_scopes_however_they_are_listed(self, scope: str, scopes: list[str]) -> None:
        assert TokenAnswer.model_validate(TOKENS | {"scope": scope}).scopes == scopes

    def test_never_shows_a_token(self) -> None:
        answer = TokenAnswer.model_validate(TOKENS)

        for shown in (repr(answer), str(answer), f"{answer}"):
            assert "act." not in shown
            assert "rft." not in shown

    @pytest.mark.parametrize("name", ["access_token", "refresh_token", "open_id", "expires_in", "refresh_expires_in"])
    def test_is_nothing_without_a_part_of_it(self, name: str) -> None:
        with pytest.raises(ValueError, match=name):
            TokenAnswer.model_validate({key: value for key, value in TOKENS.items() if key != name})


class TestOpenedUpload:
    def test_never_shows_the_upload_address(self) -> None:
        opened = OpenedUpload(
            publish_id="v_pub_file~v2-1.1", upload_url="https://u.tiktokapis.com/?upload_token=secret"
        )

        assert "secret" not in repr(opened)


class TestAnswers:
    def test_ignore_what_tiktok_adds_later(self) -> None:
        assert UserInfo.model_validate({"open_id": "x", "mood": "good"}).open_id == "x"

    def test_leave_unknown_what_was_not_told(self) -> None:
        info = UserInfo.model_validate({"open_id": "x"})

        assert info.follower_count is None

    def test_do_without_optional_fields(self) -> None:
        assert CreatorInfo.model_validate({"max_video_post_duration_sec": 60}).privacy_level_options == []
        assert VideoPage.model_validate(json.loads('{"cursor":1795348801000,"has_more":false}')).videos == []
