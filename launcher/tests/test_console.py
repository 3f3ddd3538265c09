import io
import time

from launcher.console import Console


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class TestOnATerminal:
    def test_one_line_is_kept_alive_with_what_and_how_far(self) -> None:
        out = Terminal()
        console = Console(out)

        console.begin("a", "Installing web packages", lambda: "3 of 10")

        assert "\r\x1b[2KInstalling web packages, 3 of 10 … 0 s" in out.getvalue()
        assert "\n" not in out.getvalue()

    def test_a_finished_step_leaves_its_time(self) -> None:
        out = Terminal()
        console = Console(out)
        console.begin("a", "Building the web app")

        console.end("a")

        assert out.getvalue().endswith("\r\x1b[2KBuilding the web app … 0.0 s\n")


class TestClosedTerminal:
    def test_ends_nothing(self) -> None:
        out = io.StringIO()
        console = Console(out)
        out.close()

        console.say("nobody hears this")


class TestElsewhere:
    def test_a_long_step_is_told_again_every_few_seconds(self) -> None:
        out = io.StringIO()
        console = Console(out)
        console.begin("a", "Installing Python packages", lambda: "5 of about 65")
        now = time.monotonic()

        for second in (1.0, 2.1, 3.0, 7.2, 8.0):
            console.tick(now=now + second)

        assert out.getvalue().splitlines() == [
            "Installing Python packages, 5 of about 65 … 2 s so far",
            "Installing Python packages, 5 of about 65 … 7 s so far",
        ]

    def test_no_control_character_is_written(self) -> None:
        out = io.StringIO()
        console = Console(out)
        console.begin("a", "Step")
        console.end("a")
        console.drop("a")

        assert "\x1b" not in out.getvalue()
        assert "\r" not in out.getvalue()
