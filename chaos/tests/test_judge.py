from chaos.judge import find_soon_enough


class TestWhatExplainsARefusedRenewal:
    def test_an_answer_that_came_within_our_patience_was_not_lost(self) -> None:
        rules = [
            {"event": "fault.added", "id": 1, "options": {"seconds": 0.3}},
            {"event": "fault.added", "id": 2, "options": {"seconds": 1.0}},
            {"event": "fault.added", "id": 3, "options": {}},
        ]

        assert find_soon_enough(rules, patience_s=0.75) == {1}
