"""Log lines: one an event, whatever the message holds, and never a secret."""

import json
import logging

import pytest

from config.logs import JsonLines

ACCESS = "act.Xy12!3456*sandbox-token_7.va"
REFRESH = "rft.Ab98*76!54.sb"
UPLOAD = "https://open-upload.tiktokapis.com/video/?upload_id=1&upload_token=top%2Dsecret&x=1"


def line(message: str, *args: object, error: BaseException | None = None) -> str:
    info = (type(error), error, error.__traceback__) if error else None
    return JsonLines().format(logging.LogRecord("api.test", logging.WARNING, "", 1, message, args, info))


class TestJsonLines:
    def test_hold_what_is_needed(self) -> None:
        entry = json.loads(line("account %s was synced", "a1"))

        assert (entry["level"], entry["logger"], entry["message"]) == ("WARNING", "api.test", "account a1 was synced")
        assert entry["at"].endswith("+00:00")

    @pytest.mark.parametrize(
        "text",
        [
            'a\r\n{"level":"INFO","message":"forged"}',
            "a\nb",
            "a\rb",
            "\x1b[31mred\x1b[0m",
            "\u2028\u2029",
            "\x00",
            '"}',
        ],
    )
    def test_cannot_be_forged_by_text_from_outside(self, text: str) -> None:
        shown = line("name %s", text)

        assert shown.isascii()
        assert shown.isprintable()
        assert json.loads(shown)["message"] == f"name {text}"

    @pytest.mark.parametrize("secret", [ACCESS, REFRESH, "clt.client-token"])
    @pytest.mark.parametrize("frame", ["{}", "Bearer {}", "token={}&x=1", '{{"access_token": "{}"}}', "'{}'", "({})"])
    def test_mask_tokens(self, secret: str, frame: str) -> None:
        shown = line("%s", frame.format(secret))

        assert secret[4:] not in shown
        assert json.loads(shown)["message"] == frame.format(f"{secret[:4]}***")

    @pytest.mark.parametrize("frame", ["{}", "PUT {} failed", '"{}"', "'{}'", "<{}>", "{}\nnext", 'url="{}" and more'])
    def test_mask_upload_addresses(self, frame: str) -> None:
        shown = line("%s", frame.format(UPLOAD))

        assert "secret" not in shown
        assert "upload_token=***" in json.loads(shown)["message"]

    @pytest.mark.parametrize("end", ['"', "\\", "\n", '\\"'])
    def test_stay_json_where_a_secret_ends(self, end: str) -> None:
        found = json.loads(line("%s", f"upload_token=secret{end} then act.secret{end} tail"))

        assert found["message"].endswith("tail")
        assert "secret" not in found["message"]

    def test_tell_of_errors_without_their_secrets(self) -> None:
        with pytest.raises(ValueError, match="invalid literal") as failure:
            int(f"bad token {ACCESS}\nsecond line")
        shown = line("failed", error=failure.value)

        assert "Traceback" in json.loads(shown)["error"]
        assert "second line" in json.loads(shown)["error"]
        assert ACCESS not in shown
        assert "\n" not in shown

    @pytest.mark.parametrize("text", ["fact.check", "the draft. Then", "react.js"])
    def test_leave_ordinary_words_readable(self, text: str) -> None:
        assert json.loads(line("%s", text))["message"][:3] == text[:3]
