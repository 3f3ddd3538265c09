"""Text from outside that is going to be stored or searched for."""

from typing import Annotated

from pydantic import AfterValidator


def _refuse_nul(text: str) -> str:
    if "\x00" in text:
        raise ValueError("This holds a character that cannot be stored.")
    return text


# PostgreSQL has no place for NUL, and would say so with an error of its own.
Text = Annotated[str, AfterValidator(_refuse_nul)]
