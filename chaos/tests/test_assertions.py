"""Every assertion can fail: each is fed a ledger and rows that break it, and ones that do not."""

from datetime import UTC, datetime, timedelta

from chaos import assertions
from chaos.assertions import Entry, Event, Excuses, Row, Session

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
ALL_WELL = Excuses({}, {}, [], [])


def at(seconds: float) -> str:
    return (NOON + timedelta(seconds=seconds)).isoformat()


def opened(publish_id: str, *, handle: str = "anna", caption: str = "one") -> Entry:
    return {"event": "init.accepted", "publish_id": publish_id, "handle": handle, "post_info": {"title": caption}}


def completed(publish_id: str, post_id: str | None = "700") -> Entry:
    return {"event": "post.completed", "publish_id": publish_id, "post_id": post_id}


def chunk(publish_id: str) -> Entry:
    return {"event": "chunk.accepted", "publish_id": publish_id}


def whole(publish_id: str) -> Entry:
    return {"event": "upload.complete", "publish_id": publish_id}


def row(state: str = "published", **given: object) -> Row:
    facts: dict[str, object] = {"id": "p1", "handle": "anna", "caption": "one", "due_at": NOON, "tiktok_post_id": "700"}
    return Row(state=state, **{**facts, **given})  # type: ignore[arg-type]  # names of the dataclass


OUT = [opened("s1"), chunk("s1"), whole("s1"), completed("s1")]
SESSION = Session("p1", "s1", is_open=False, is_committed=True, verdict="published")


class TestA1Once:
    def test_one_post_is_right(self) -> None:
        assert assertions.a1_once(OUT) == []

    def test_two_posts_of_one_publication_are_told_with_both_ids(self) -> None:
        twice = [*OUT, opened("s2"), completed("s2")]

        assert assertions.a1_once(twice) == ["'one' went out 2 times on anna: s1, s2"]
        assert assertions.count_duplicates(twice) == 1

    def test_the_same_caption_on_two_accounts_is_right(self) -> None:
        assert assertions.a1_once([*OUT, opened("s2", handle="bert"), completed("s2")]) == []


class TestA2NoneLost:
    def test_a_row_that_is_missing_is_told(self) -> None:
        assert assertions.a2_none_lost([row()], due=2, ledger=OUT) == ["2 publications were due, and 1 are there"]

    def test_a_row_without_an_end_is_told(self) -> None:
        assert assertions.a2_none_lost([row("cancelled")], due=1, ledger=OUT) == ["'one' on anna ended as cancelled"]

    def test_held_without_a_reason_is_told(self) -> None:
        assert assertions.a2_none_lost([row("held")], due=1, ledger=OUT) == ["'one' on anna is held without a reason"]

    def test_failed_is_for_tiktok_to_say(self) -> None:
        failed = row("failed", reason_code="internal")
        said = {"event": "post.failed", "publish_id": "s1", "fail_reason": "internal"}

        assert assertions.a2_none_lost([failed], due=1, ledger=OUT) != []
        assert assertions.a2_none_lost([failed], due=1, ledger=[*OUT, said]) == []


class TestA3SameSets:
    def test_the_same_ids_are_right(self) -> None:
        assert assertions.a3_same_sets([row()], [SESSION], OUT) == []

    def test_a_post_that_tiktok_has_not_is_told(self) -> None:
        assert len(assertions.a3_same_sets([row()], [SESSION], OUT[:3])) == 1

    def test_a_post_that_we_do_not_know_of_is_told(self) -> None:
        assert len(assertions.a3_same_sets([row("failed")], [], OUT)) == 1

    def test_where_we_say_that_we_do_not_know_it_may_be_there(self) -> None:
        assert assertions.a3_same_sets([row("needs_you")], [], OUT) == []

    def test_another_id_is_told(self) -> None:
        assert len(assertions.a3_same_sets([row(tiktok_post_id="701")], [SESSION], OUT)) == 1

    def test_another_session_is_told(self) -> None:
        other = Session("p1", "s9", is_open=False, is_committed=True, verdict="published")

        assert len(assertions.a3_same_sets([row()], [other], OUT)) == 1


class TestA4NoByteAfterCommit:
    def test_bytes_to_a_second_session_are_told(self) -> None:
        ledger = [opened("s1"), opened("s2"), chunk("s1"), whole("s1"), chunk("s2")]

        assert len(assertions.a4_no_byte_after_commit(ledger)) == 1

    def test_after_tiktok_failed_the_first_they_are_right(self) -> None:
        failed = {"event": "post.failed", "publish_id": "s1", "fail_reason": "internal"}

        assert assertions.a4_no_byte_after_commit([opened("s1"), opened("s2"), whole("s1"), failed, chunk("s2")]) == []

    def test_an_orphan_without_bytes_is_right(self) -> None:
        assert assertions.a4_no_byte_after_commit([opened("s0"), *OUT]) == []


class TestA5AndA6Tokens:
    REFUSED: Entry = {"event": "oauth.refresh_refused", "handle": "anna"}

    def test_a_spent_token_presented_again_is_told(self) -> None:
        assert len(assertions.a5_tokens_once([self.REFUSED], ALL_WELL)) == 1

    def test_after_a_lost_answer_it_is_right_once(self) -> None:
        lost = Excuses({"anna": 1}, {}, [], [])

        assert assertions.a5_tokens_once([self.REFUSED], lost) == []
        assert len(assertions.a5_tokens_once([self.REFUSED, self.REFUSED], lost)) == 1

    def test_a_reconnect_needs_a_lost_answer(self) -> None:
        assert len(assertions.a6_reconnects_explained(["anna"], ALL_WELL)) == 1
        assert assertions.a6_reconnects_explained(["anna"], Excuses({"anna": 1}, {}, [], [])) == []


class TestA7Limits:
    TOO_MANY: Entry = {"event": "limit.exceeded", "handle": "anna", "endpoint": "video_init", "at": at(10)}

    def test_a_call_too_many_is_told(self) -> None:
        assert len(assertions.a7_limits_kept([self.TOO_MANY], ALL_WELL, window_s=1.5)) == 1

    def test_a_call_held_up_on_its_way_explains_it_for_that_account_only(self) -> None:
        late = NOON + timedelta(seconds=8)

        assert assertions.a7_limits_kept([self.TOO_MANY], Excuses({}, {"anna": [late]}, [], []), window_s=1.5) == []
        assert len(assertions.a7_limits_kept([self.TOO_MANY], Excuses({}, {"bert": [late]}, [], []), window_s=1.5)) == 1

    def test_an_old_fault_explains_nothing(self) -> None:
        long_ago = NOON - timedelta(seconds=60)

        assert len(assertions.a7_limits_kept([self.TOO_MANY], Excuses({}, {}, [long_ago], []), window_s=1.5)) == 1


def events(*states: str, numbers: tuple[int, ...] = (), delay_s: float = 0.0) -> list[Event]:
    numbers = numbers or tuple(range(1, len(states)))
    pairs = zip(numbers, states, states[1:], strict=False)
    return [Event("p1", n, NOON + timedelta(seconds=delay_s), before, after) for n, before, after in pairs]


class TestA8Journal:
    def test_a_whole_journal_is_right(self) -> None:
        assert assertions.a8_journal_whole([row()], events("", "scheduled", "opening", "published")) == []

    def test_a_gap_is_told(self) -> None:
        assert len(assertions.a8_journal_whole([row()], events("", "scheduled", "published", numbers=(1, 3)))) == 1

    def test_two_claims_of_one_state_are_told(self) -> None:
        twice = [*events("", "scheduled", "opening"), Event("p1", 3, NOON, "scheduled", "opening")]

        assert len(assertions.a8_journal_whole([row("opening")], twice)) == 1

    def test_a_state_that_the_journal_does_not_end_with_is_told(self) -> None:
        assert len(assertions.a8_journal_whole([row()], events("", "scheduled"))) == 1
        assert len(assertions.a8_journal_whole([row()], [])) == 1


class TestA9Lateness:
    def test_it_is_counted_from_the_first_claim(self) -> None:
        late = assertions.lateness([row()], [*events("scheduled", "opening", delay_s=2.5), *events("held", "opening")])

        assert late in ([2.5], [0.0])

    def test_half_a_minute_is_the_limit(self) -> None:
        assert assertions.a9_in_time([1.0] * 200) == []
        assert len(assertions.a9_in_time([1.0] * 10 + [31.0])) == 1


class TestA10To12Leftovers:
    def test_a_lease_a_session_and_a_journaled_token_are_told(self) -> None:
        still_open = Session("p1", "s1", is_open=True, is_committed=True, verdict="")

        assert len(assertions.a10_nothing_open([row(has_lease=True)], [still_open], journal=["a.3"])) == 3

    def test_the_session_of_an_unknown_outcome_stays_open(self) -> None:
        still_open = Session("p1", "s1", is_open=True, is_committed=True, verdict="")

        assert assertions.a10_nothing_open([row("needs_you")], [still_open], journal=[]) == []

    def test_what_is_under_way_after_the_idle_time_is_stuck(self) -> None:
        assert assertions.a11_all_settled([row("committing")]) == ["'one' on anna is stuck in committing"]
        assert assertions.a11_all_settled([row()]) == []

    def test_a_finding_is_told(self) -> None:
        assert assertions.a12_no_secrets(["a.log holds act.…"]) == ["a.log holds act.…"]
