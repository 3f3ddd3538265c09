from chaos.secrets_search import search

TOKEN = b"act." + b"x" * 64


class TestSearch:
    def test_a_token_is_found_and_only_its_beginning_told(self) -> None:
        assert search("a.log", b"Bearer " + TOKEN, []) == ["a.log holds act.xxxxxxxx…"]

    def test_an_upload_address_and_a_client_secret_are_found(self) -> None:
        content = b"PUT /upload/?upload_id=1&upload_token=" + b"y" * 43 + b" the-secret"

        assert len(search("a.log", content, ["the-secret"])) == 2

    def test_what_was_blackened_is_right(self) -> None:
        assert search("a.log", b"act.*** upload_token=***", ["the-secret"]) == []
