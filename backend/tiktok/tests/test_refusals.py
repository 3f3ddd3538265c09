"""Every code TikTok documents has a row, and a sentence a person can read."""

import pytest

from tiktok.refusals import REFUSALS, Consequence, explain, sentence_for

# tiktok-api §9
CODES = (
    "invalid_params",
    "invalid_param",
    "scope_permission_missed",
    "invalid_file_upload",
    "app_version_check_failed",
    "invalid_publish_id",
    "publish_not_cancellable",
    "token_not_authorized_for_specified_publish_id",
    "access_token_invalid",
    "scope_not_authorized",
    "spam_risk_too_many_posts",
    "spam_risk_too_many_pending_share",
    "spam_risk_user_banned_from_posting",
    "reached_active_user_cap",
    "unaudited_client_can_only_post_to_private_accounts",
    "url_ownership_unverified",
    "privacy_level_option_mismatch",
    "rate_limit_exceeded",
    "internal_error",
)
# tiktok-api §4.7
FAIL_REASONS = (
    "file_format_check_failed",
    "duration_check_failed",
    "frame_rate_check_failed",
    "picture_size_check_failed",
    "internal",
    "video_pull_failed",
    "photo_pull_failed",
    "publish_cancelled",
    "auth_removed",
    "spam_risk_too_many_posts",
    "spam_risk_user_banned_from_posting",
    "spam_risk_text",
    "spam_risk",
)
RETRYABLE = {"internal", "video_pull_failed", "photo_pull_failed"}


class TestRefusals:
    @pytest.mark.parametrize("code", sorted({*CODES, *FAIL_REASONS}))
    def test_explain_every_documented_code(self, code: str) -> None:
        sentence = sentence_for(code, account="@studio.nord")

        assert "we do not know" not in sentence
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "_" not in sentence

    @pytest.mark.parametrize("code", sorted(REFUSALS))
    def test_begin_like_a_sentence(self, code: str) -> None:
        sentence = sentence_for(code, account="@studio.nord")

        assert sentence[0].isupper() or sentence.startswith("@studio.nord")

    @pytest.mark.parametrize("reason", FAIL_REASONS)
    def test_open_a_new_session_only_where_tiktok_says_so(self, reason: str) -> None:
        assert (explain(reason).consequence == Consequence.RETRY) == (reason in RETRYABLE)

    def test_treat_both_spellings_of_a_code_alike(self) -> None:
        assert explain("invalid_params") is explain("invalid_param")

    @pytest.mark.parametrize("code", ["brand_new_code", "", "{account.__class__}", "OK"])
    def test_hold_and_show_a_code_nobody_knows(self, code: str) -> None:
        assert explain(code).consequence == Consequence.HOLD
        assert sentence_for(code, account="@a").endswith(f": {code}.")

    @pytest.mark.parametrize("code", ["access_token_invalid", "scope_not_authorized", "auth_removed"])
    def test_ask_for_a_new_connection_when_the_permission_is_gone(self, code: str) -> None:
        assert explain(code).consequence == Consequence.RECONNECT
