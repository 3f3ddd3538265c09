"""What can end a command of the launcher: a refusal with its sentence, or a person's wish to stop."""

from pathlib import Path


class Refusal(Exception):
    """Say in one sentence what is in the way and what to do about it."""

    def __init__(self, sentence: str, *, log: Path | None = None, lines: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.log = log
        self.lines = lines

    def text(self) -> str:
        """Return what to print: the sentence, the last lines of a log, and where the rest is."""
        parts = [self.sentence]
        parts += [f"  | {line}" for line in self.lines]
        if self.log is not None:
            parts.append(f"The whole log: {self.log}")
        return "\n".join(parts)


class StopAskedError(Exception):
    """Unwind because Ctrl-C or SIGTERM came while something was still starting."""
