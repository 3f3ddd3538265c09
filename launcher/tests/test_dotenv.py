import pytest

from launcher import dotenv
from launcher.errors import Refusal


class TestDotenv:
    def test_reads_the_usual_forms(self) -> None:
        text = "# a comment\n\nA=1\nexport B = two words \nC='quoted # kept'\nD=x # why\nE=\nF=a=b\n"

        assert dotenv.parse(text) == {
            "A": "1", "B": "two words", "C": "quoted # kept", "D": "x", "E": "", "F": "a=b",
        }  # fmt: skip

    def test_a_line_that_makes_no_sense_is_named(self) -> None:
        with pytest.raises(Refusal, match=r"Line 2 of \.env is not NAME=value"):
            dotenv.parse("A=1\nnonsense\n")

    def test_reads_back_what_it_writes(self) -> None:
        values = {"SECRET_KEY": "a-b_c", "OTHER": "x=y"}

        assert dotenv.parse(dotenv.render(values)) == values
