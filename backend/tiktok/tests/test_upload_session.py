"""Going on after whatever breaks: every byte arrives once and in order, and the last ones never twice."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiktok.chunk_answers import ChunkAnswer
from tiktok.errors import AnswerLost, CircuitOpen, RateLimited, Refused, TikTokDown, TikTokError, Unfit, Unreachable
from tiktok.upload_plan import Chunk, UploadPlan
from tiktok.upload_session import Move, UploadEnd, UploadSession, move_after_chunk, move_after_status
from tiktok.wire import StatusAnswer

PLAN = UploadPlan(size=107, chunk_size=10, count=10)
FIRST, LAST = Chunk(0, 9, 107), Chunk(90, 106, 107)
LOST_BEFORE, LOST_AFTER, FINE = "lost before", "lost after", "fine"


@dataclass
class Shelf:
    """A TikTok in memory that keeps whole chunks, in order, and loses answers by its script."""

    troubles: list[str] = field(default_factory=list)
    held: int = 0
    accepted: list[Chunk] = field(default_factory=list)
    asked: int = 0
    let_go: list[Chunk] = field(default_factory=list)
    stored: list[Chunk] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def _trouble(self) -> str:
        return self.troubles.pop(0) if self.troubles else FINE

    def put(self, chunk: Chunk) -> ChunkAnswer:
        assert not chunk.is_last or self.let_go, "the last chunk left unasked"
        trouble = self._trouble()
        if trouble == LOST_BEFORE:
            raise AnswerLost("chunk")
        if chunk.first != self.held:
            return ChunkAnswer(done=False, uploaded=self.held)
        self.accepted.append(chunk)
        self.held = chunk.last + 1
        if trouble == LOST_AFTER:
            raise TikTokDown("chunk", status=502)
        return ChunkAnswer(done=chunk.is_last)

    def ask(self) -> StatusAnswer:
        self.asked += 1
        if self._trouble() != FINE:
            raise Unreachable("status")
        return StatusAnswer(status="PROCESSING_UPLOAD", uploaded_bytes=self.held)

    def let_last_go(self, chunk: Chunk) -> bool:
        self.let_go.append(chunk)
        return True

    def session(self, *, pauses: tuple[float, ...] = (0.1,) * 40) -> UploadSession:
        return UploadSession(
            PLAN,
            put=self.put,
            ask=self.ask,
            before_last=self.let_last_go,
            stored=self.stored.append,
            pauses=pauses,
            wait=self.waited.append,
        )


class TestSend:
    @given(st.lists(st.sampled_from([LOST_BEFORE, LOST_AFTER, FINE]), max_size=30))
    def test_brings_every_byte_once_and_in_order(self, troubles: list[str]) -> None:
        shelf = Shelf(troubles)

        end = shelf.session().send()

        assert end == UploadEnd.COMPLETE
        assert shelf.accepted == list(PLAN.chunks())
        assert [chunk for chunk in shelf.accepted if chunk.is_last] == [LAST]
        assert set(shelf.let_go) == {LAST}

    @given(st.lists(st.sampled_from([LOST_BEFORE, LOST_AFTER, FINE]), max_size=12), st.integers(0, 107))
    def test_can_be_called_again_from_anywhere(self, troubles: list[str], start: int) -> None:
        shelf = Shelf(troubles)
        for _ in range(20):
            end = shelf.session(pauses=(0.1,) * 3).send(start)
            if end != UploadEnd.BROKEN_OFF:
                break
            start = shelf.held

        assert end in (UploadEnd.COMPLETE, UploadEnd.UNCLEAR, UploadEnd.OVER)
        assert shelf.accepted == list(PLAN.chunks())[: len(shelf.accepted)]
        assert end != UploadEnd.COMPLETE or shelf.held == PLAN.size

    def test_asks_nothing_and_waits_for_nothing_when_all_is_well(self) -> None:
        shelf = Shelf()

        assert shelf.session().send() == UploadEnd.COMPLETE
        assert (shelf.asked, shelf.waited, shelf.stored) == (0, [], shelf.accepted)

    def test_sends_nothing_twice_without_pauses(self) -> None:
        shelf = Shelf([FINE, LOST_AFTER])

        assert shelf.session(pauses=()).send() == UploadEnd.BROKEN_OFF
        assert (len(shelf.accepted), shelf.asked) == (2, 0)

    def test_leaves_open_what_became_of_the_last_chunk(self) -> None:
        shelf = Shelf([FINE] * 9 + [LOST_AFTER])

        assert shelf.session(pauses=()).send() == UploadEnd.UNCLEAR
        assert shelf.held == PLAN.size

    def test_goes_on_where_a_416_says(self) -> None:
        shelf = Shelf(held=30)

        assert shelf.session(pauses=()).send() == UploadEnd.COMPLETE
        assert shelf.accepted == list(PLAN.chunks(start=30))

    def test_keeps_the_last_chunk_back_when_told_to(self) -> None:
        shelf = Shelf()
        session = UploadSession(PLAN, put=shelf.put, ask=shelf.ask, before_last=lambda _: False)

        assert session.send() == UploadEnd.HELD
        assert shelf.held == LAST.first

    def test_waits_longer_while_nothing_moves_and_then_gives_up(self) -> None:
        shelf = Shelf([LOST_BEFORE] * 100)

        assert shelf.session(pauses=(1.0, 2.0, 3.0)).send() == UploadEnd.BROKEN_OFF
        assert shelf.waited == [1.0, 2.0, 3.0]

    def test_has_patience_anew_after_each_chunk(self) -> None:
        shelf = Shelf([LOST_BEFORE, FINE, FINE] * 10)

        assert shelf.session(pauses=(1.0,)).send() == UploadEnd.COMPLETE
        assert shelf.waited == [1.0] * 10

    def test_ends_although_tiktok_contradicts_itself(self) -> None:
        shelf = Shelf()
        answers = {0: 50, 50: 20}  # each sends us to the other
        session = UploadSession(
            PLAN,
            put=lambda chunk: ChunkAnswer(done=False, uploaded=answers[chunk.first]),
            ask=lambda: StatusAnswer(status="PROCESSING_UPLOAD", uploaded_bytes=0),
            before_last=shelf.let_last_go,
            pauses=(1.0, 2.0, 3.0),
            wait=shelf.waited.append,
        )

        assert session.send() == UploadEnd.BROKEN_OFF

    @pytest.mark.parametrize("error", [RateLimited(wait_s=5.0), CircuitOpen("upload", wait_s=5.0)])
    @pytest.mark.parametrize("start", [FIRST.first, LAST.first])
    def test_leaves_waiting_to_the_caller_when_it_is_held_back(self, error: TikTokError, start: int) -> None:
        def put(_: Chunk) -> ChunkAnswer:
            raise error

        shelf = Shelf()
        session = UploadSession(PLAN, put=put, ask=shelf.ask, before_last=lambda _: True, wait=shelf.waited.append)

        with pytest.raises(type(error)):
            session.send(start)
        assert (shelf.asked, shelf.waited) == (0, [])

    @pytest.mark.parametrize("error", [Refused("upload_unknown", status=404), Unfit("host_not_allowed", "")])
    def test_hands_on_tiktoks_word_about_a_chunk(self, error: TikTokError) -> None:
        def put(_: Chunk) -> ChunkAnswer:
            raise error

        session = UploadSession(PLAN, put=put, ask=Shelf().ask, before_last=lambda _: True)

        with pytest.raises(type(error)):
            session.send()

    def test_takes_no_word_about_the_last_chunk_but_the_statuss(self) -> None:
        def put(_: Chunk) -> ChunkAnswer:
            raise Refused("upload_url_expired", status=403)

        shelf = Shelf(held=PLAN.size)
        session = UploadSession(PLAN, put=put, ask=shelf.ask, before_last=lambda _: True, wait=shelf.waited.append)

        assert session.send(LAST.first) == UploadEnd.COMPLETE
        assert shelf.asked == 1


class TestMoves:
    @pytest.mark.parametrize(
        ("chunk", "answer", "move"),
        [
            (FIRST, ChunkAnswer(done=False), Move(10)),
            (FIRST, ChunkAnswer(done=True), Move(10)),  # 200 instead of 206
            (FIRST, ChunkAnswer(done=False, uploaded=40), Move(40)),
            (FIRST, ChunkAnswer(done=False, uploaded=0), Move(ask=True)),  # a 416 that does not say
            (FIRST, ChunkAnswer(done=False, uploaded=107), Move(ask=True)),
            (FIRST, None, Move(ask=True)),
            (LAST, ChunkAnswer(done=True), Move(end=UploadEnd.COMPLETE)),
            (LAST, ChunkAnswer(done=False), Move(ask=True)),
            (LAST, ChunkAnswer(done=False, uploaded=95), Move(ask=True)),
            (LAST, None, Move(ask=True)),
        ],
    )
    def test_after_a_chunk(self, chunk: Chunk, answer: ChunkAnswer | None, move: Move) -> None:
        assert move_after_chunk(chunk, answer) == move

    @pytest.mark.parametrize(
        ("status", "uploaded", "last_left", "move"),
        [
            ("PROCESSING_UPLOAD", 40, False, Move(40)),
            ("PROCESSING_UPLOAD", 90, True, Move(90)),
            ("PROCESSING_UPLOAD", 95, True, Move(ask=True)),  # in flux: the last chunk may be arriving
            ("PROCESSING_UPLOAD", 95, False, Move(95)),
            ("PROCESSING_UPLOAD", 107, True, Move(end=UploadEnd.COMPLETE)),
            ("PROCESSING_UPLOAD", 107, False, Move(end=UploadEnd.OVER)),
            ("PUBLISH_COMPLETE", 107, True, Move(end=UploadEnd.OVER)),
            ("FAILED", 0, False, Move(end=UploadEnd.OVER)),
            ("EXPIRED", 0, True, Move(end=UploadEnd.OVER)),
        ],
    )
    def test_after_a_status(self, status: str, uploaded: int, last_left: bool, move: Move) -> None:
        answer = StatusAnswer(status=status, uploaded_bytes=uploaded)

        assert move_after_status(PLAN, answer, last_left=last_left) == move

    def test_after_no_status(self) -> None:
        assert move_after_status(PLAN, None, last_left=True) == Move(ask=True)
