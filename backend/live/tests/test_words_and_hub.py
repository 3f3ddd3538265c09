"""The pure parts: what is told, to whom, and what happens to who does not keep up."""

import json

import pytest

from live.hub import MOST_PER_PERSON, MOST_REMEMBERED, MOST_WAITING, REMEMBERED_S, Hub, Watcher
from live.words import EVERYBODY, Change, event, read_change


def change(workspace: str = "w1") -> Change:
    return Change(workspace, "{}")


def waiting(watcher: Watcher) -> list[str]:
    found = []
    while not watcher.waiting.empty():
        found.append(watcher.waiting.get_nowait().decode().split("\n")[1])
    return found


class TestANotification:
    def test_is_told_without_its_workspace(self) -> None:
        found = read_change(json.dumps({"workspace": "w1", "kind": "post", "id": "p1", "state": "held"}))

        assert found is not None
        assert found.workspace == "w1"
        assert json.loads(found.data) == {"kind": "post", "id": "p1", "state": "held"}

    @pytest.mark.parametrize("payload", ["", "nonsense", "[]", "{}", "null", "7"])
    def test_that_is_none_of_ours_is_passed_by(self, payload: str) -> None:
        assert read_change(payload) is None

    def test_cannot_make_a_second_event_of_itself(self) -> None:
        found = read_change(json.dumps({"workspace": "w1", "id": "a\n\nevent: resync"}))

        assert found is not None
        assert event("change", number="1", data=found.data).count(b"\n\n") == 1


class TestTheHub:
    def test_tells_only_who_watches_the_workspace(self) -> None:
        hub, mine, theirs = Hub(), Watcher("p1", "w1"), Watcher("p2", "w2")
        hub.join(mine)
        hub.join(theirs)

        hub.tell(change("w1"))
        hub.tell(change(EVERYBODY))

        assert waiting(mine) == ["event: change"] * 2
        assert waiting(theirs) == ["event: change"]

    def test_has_one_who_does_not_keep_up_ask_for_everything_again(self) -> None:
        hub, slow = Hub(), Watcher("p1", "w1")
        hub.join(slow)

        for _ in range(MOST_WAITING + 3):
            hub.tell(change())

        assert waiting(slow) == ["event: resync", "event: change", "event: change"]

    def test_remembers_what_it_told_for_a_while(self, monkeypatch: pytest.MonkeyPatch) -> None:
        clock = [100.0]
        monkeypatch.setattr("live.hub.monotonic", lambda: clock[0])
        hub = Hub()
        assert hub.told_since("w1", 0.0) is None  # it does not listen yet
        hub.resync()
        clock[0] = 105.0
        hub.tell(change("w1"))
        hub.tell(change("w2"))
        hub.tell(change(EVERYBODY))
        clock[0] = 110.0

        assert len(hub.told_since("w1", 5.0) or []) == 2
        assert hub.told_since("w1", 4.0) == []
        assert hub.told_since("w1", 11.0) is None  # that is before it listened
        clock[0] = 105.0 + REMEMBERED_S + 1
        assert hub.told_since("w1", REMEMBERED_S) == []
        assert hub.told_since("w1", REMEMBERED_S + 1) is None

    def test_does_not_remember_more_than_it_has_room_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        clock = [100.0]
        monkeypatch.setattr("live.hub.monotonic", lambda: clock[0])
        hub = Hub()
        hub.resync()
        for number in range(MOST_REMEMBERED + 1):
            clock[0] = 100.0 + number / 1000
            hub.tell(change("w1" if number >= MOST_REMEMBERED - 10 else "w2"))

        assert hub.told_since("w1", clock[0] - 100.0) is None  # the first is forgotten
        assert len(hub.told_since("w1", clock[0] - 100.001) or []) == 11

    def test_has_a_page_ask_for_everything_rather_than_tell_it_hundreds(self, monkeypatch: pytest.MonkeyPatch) -> None:
        clock = [100.0]
        monkeypatch.setattr("live.hub.monotonic", lambda: clock[0])
        hub = Hub()
        hub.resync()
        clock[0] = 101.0
        for _ in range(MOST_WAITING):
            hub.tell(change())
        assert len(hub.told_since("w1", 0.0) or []) == MOST_WAITING

        hub.tell(change())

        assert hub.told_since("w1", 0.0) is None

    def test_lets_one_person_have_so_many_pages_and_no_more(self) -> None:
        hub = Hub()
        watchers = [Watcher("p1", "w1") for _ in range(MOST_PER_PERSON)]
        for watcher in watchers:
            hub.join(watcher)

        assert not hub.has_room("p1")
        assert hub.has_room("p2")
        hub.leave(watchers[0])
        hub.leave(watchers[0])
        assert hub.has_room("p1")
        assert hub.size == MOST_PER_PERSON - 1
