"""What the command line says."""

import argparse
import os
from collections.abc import Callable, Mapping
from pathlib import Path

from .world.history import MOST_DAYS, MOST_VIDEOS, Past

DEFAULT_PORT = 4102
MOST_DAYS_AGO = 400
HISTORY_SEED = 1


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    """Return the options; say what is wrong with them and exit with 2 where they make no sense."""
    parser = argparse.ArgumentParser(prog="carillon_sandbox", description="A simulator of TikTok's public APIs.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="0 takes any free port")
    parser.add_argument(
        "--data", type=Path, default=default_data(os.environ), help="folder for the state, the videos and the ledger"
    )
    parser.add_argument("--allow-remote", action="store_true", help="allow an address other machines can reach")
    parser.add_argument(
        "--profile", type=Path, help="behave as was measured at TikTok: a file of `carillon tiktok-probe`"
    )
    parser.add_argument("--public-url", help="the address others reach it by, when it is not http://HOST:PORT")
    _add_world(parser)
    chosen = parser.parse_args(arguments)
    if not chosen.history and (chosen.history_days or chosen.history_posts):
        parser.error("--history-days and --history-posts say how much of a --history is wanted")
    return chosen


def _add_world(parser: argparse.ArgumentParser) -> None:
    usual = Past(HISTORY_SEED)
    parser.add_argument(
        "--begin-days-ago", type=_whole(0, MOST_DAYS_AGO), default=0, metavar="DAYS",
        help="let a new data folder's world begin so long ago, its clock behind real time",
    )  # fmt: skip
    parser.add_argument(
        "--history", action="store_true", help=f"give the accounts a past: {usual.days} days of videos of their own"
    )
    parser.add_argument("--history-days", type=_whole(1, MOST_DAYS), metavar="DAYS", help="how long that past is")
    parser.add_argument(
        "--history-posts", type=_read_posts, metavar="LEAST:MOST",
        help=f"how many videos each account has in it, usually {usual.least}:{usual.most}",
    )  # fmt: skip


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() else -1
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(f"must be a whole number from {low} to {high}")
        return number

    return read


def _read_posts(text: str) -> tuple[int, int]:
    least, colon, most = text.partition(":")
    read = _whole(0, MOST_VIDEOS)
    found = read(least), read(most)
    if not colon or found[0] > found[1]:
        raise argparse.ArgumentTypeError("must be LEAST:MOST")
    return found


def past_of(chosen: argparse.Namespace) -> Past | None:
    """Return the past that the options ask for, or None."""
    if not chosen.history:
        return None
    usual = Past(HISTORY_SEED)
    least, most = chosen.history_posts or (usual.least, usual.most)
    return Past(HISTORY_SEED, days=chosen.history_days or usual.days, least=least, most=most)


def default_data(environ: Mapping[str, str]) -> Path:
    """Return where the state goes when nobody says where."""
    home = environ.get("XDG_STATE_HOME", "")
    return (Path(home) if home else Path.home() / ".local" / "state") / "carillon-sandbox"
