"""The pure parts: what is told, to whom, and what happens to who does not keep up."""

import json

import pytest

from live.hub import MOST_PER_PERSON, MOST_WAITING, Hub, Watcher
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
