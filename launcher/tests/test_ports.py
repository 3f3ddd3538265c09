import socket

import pytest

from launcher import ports
from launcher.errors import Refusal
from launcher.ports import Ports


class TestPorts:
    def test_the_api_the_sandbox_and_the_live_events_take_the_next_three(self) -> None:
        chosen = ports.parse("4200")

        assert (chosen.web, chosen.api, chosen.sandbox, chosen.live) == (4200, 4201, 4202, 4203)

    @pytest.mark.parametrize("text", ["", "http", "80", "65534", "-1", "4100.5", "٤١٠٠"])
    def test_what_is_no_port_is_refused(self, text: str) -> None:
        with pytest.raises(Refusal, match="is not a port from 1024"):
            ports.parse(text)

    @pytest.mark.parametrize(
        ("offset", "user"), [(0, "the web app"), (1, "the API"), (2, "the sandbox"), (3, "the live events")]
    )
    def test_a_taken_port_is_named_with_its_user_and_a_way_out(self, offset: int, user: str) -> None:
        chosen = ports.free_block()
        expected = f"Port {chosen.web + offset}, which {user} needs, is taken"
        with socket.create_server(("127.0.0.1", chosen.web + offset)), pytest.raises(Refusal) as refused:
            ports.require_free(chosen, with_sandbox=True)

        assert refused.value.sentence.startswith(expected)
        assert "make up PORT=" in refused.value.sentence

    def test_a_port_taken_by_ipv6_only_is_seen_too(self) -> None:
        chosen = ports.free_block()
        try:
            server = socket.create_server(("::1", chosen.web), family=socket.AF_INET6)
        except OSError:
            pytest.skip("this machine has no IPv6")
        with server:
            assert not ports.is_free(chosen.web)

    def test_the_sandboxs_port_does_not_matter_without_a_sandbox(self) -> None:
        chosen = ports.free_block()
        with socket.create_server(("127.0.0.1", chosen.sandbox)):
            ports.require_free(chosen, with_sandbox=False)

    def test_a_port_that_was_just_closed_is_free(self) -> None:
        chosen = Ports(ports.free_block().web)
        with socket.create_server(("127.0.0.1", chosen.web)) as server:
            client = socket.create_connection(server.getsockname())
            accepted, _ = server.accept()
            accepted.close()
            client.close()

        assert ports.is_free(chosen.web)
