"""Who and what a file's names mean: accounts and media of the workspace, found for all rows at once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from uuid import UUID

from django.db.models.functions import Lower

from api.accounts.models import Account, AccountStatus
from api.media.models import MediaAsset
from api.media.selectors import list_media
from api.scheduling.csv_cells import Unreadable
from api.scheduling.csv_columns import SEPARATOR
from api.scheduling.csv_sheet import Line
from api.workspaces.models import Workspace

LIKE = 0.6
NAMES_COMPARED = 2_000
_PROFILE = re.compile(r"https?://(?:www\.)?tiktok\.com/@([^/?#]+)", re.IGNORECASE)


def split_names(cell: str) -> list[str]:
    """Return the names in a cell, each once."""
    names = (name.strip() for name in cell.split(SEPARATOR))
    return list(dict.fromkeys(name for name in names if name))


def as_id(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None


@dataclass(slots=True)
class Accounts:
    """The workspace's accounts by id, by @username and by nickname; one that is connected comes before one that left."""

    by_id: dict[UUID, Account] = field(default_factory=dict)
    by_name: dict[str, list[Account]] = field(default_factory=lambda: defaultdict(list))
    by_nickname: dict[str, list[Account]] = field(default_factory=lambda: defaultdict(list))

    def find(self, name: str) -> Account:
        """
        Return the account a person means.

        :raises Unreadable: `account_unknown`, with one that is called nearly so, or `account_ambiguous`
        """
        if found := self.by_id.get(as_id(name) or UUID(int=0)):
            return found
        plain = plain_handle(name)
        found_all = self.by_name.get(plain) or self.by_nickname.get(name.casefold()) or []
        live = [one for one in found_all if one.status != AccountStatus.DISCONNECTED] or found_all[:1]
        if len(live) > 1:
            message = f"{len(live)} accounts here are called {name}. Write the id of the one that is meant."
            raise Unreadable("account_ambiguous", message)
        if live:
            return live[0]
        called = name if " " in plain or _PROFILE.match(name) else f"@{name.removeprefix('@')}"
        near = get_close_matches(plain, [one for one in self.by_name if one], n=1, cutoff=LIKE)
        hint = f" Did you mean @{near[0]}?" if near else ""
        raise Unreadable("account_unknown", f"No account here is called {called}.{hint}")


def plain_handle(name: str) -> str:
    """Return a handle as it is compared: of `@Studio.Nord` and of its address at TikTok, `studio.nord`."""
    found = _PROFILE.match(name)
    return (found[1] if found else name).removeprefix("@").strip().casefold()


@dataclass(slots=True)
class Files:
    """Those of the workspace's files that a CSV file names; `others` are names to compare with one that is unknown."""

    by_id: dict[UUID, MediaAsset] = field(default_factory=dict)
    by_name: dict[str, list[MediaAsset]] = field(default_factory=lambda: defaultdict(list))
    others: Sequence[str] = ()

    def find(self, name: str) -> MediaAsset:
        """
        Return the file a person means: by id, by its very name, or by its name in other letters.

        :raises Unreadable: `media_unknown`, with one that is called nearly so, or `media_ambiguous`
        """
        if found := self.by_id.get(as_id(name) or UUID(int=0)):
            return found
        alike = self.by_name.get(name.casefold(), [])
        found_all = [one for one in alike if one.file_name == name] or alike
        if len(found_all) > 1:
            message = f"{len(found_all)} files in the library are called {name}. Write the id of the one that is meant."
            raise Unreadable("media_ambiguous", message)
        if found_all:
            return found_all[0]
        near = get_close_matches(name, self.others, n=1, cutoff=LIKE)
        hint = f" Did you mean {near[0]}?" if near else " Upload it first."
        raise Unreadable("media_unknown", f"No file in the library is called {name}.{hint}")


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the names of a file mean in a workspace."""

    accounts: Accounts
    files: Files


def look_up(workspace: Workspace, lines: Iterable[Line]) -> Lookup:
    """Find everything the lines name; at most four queries, however many lines."""
    lines = list(lines)
    return Lookup(_find_accounts(workspace), _find_files(workspace, [line.get("media") for line in lines]))


def _find_accounts(workspace: Workspace) -> Accounts:
    found = Accounts()
    for account in Account.objects.filter(workspace=workspace).select_related("app", "workspace").order_by("-pk"):
        found.by_id[account.pk] = account
        if account.username:
            found.by_name[account.username.casefold()].append(account)
        found.by_nickname[account.nickname.casefold()].append(account)
    return found


def _find_files(workspace: Workspace, cells: Sequence[str]) -> Files:
    names = {name for cell in cells for name in split_names(cell)}
    found = Files()
    if not names:
        return found
    ids = [pk for name in names if (pk := as_id(name))]
    media = list_media(workspace)
    found.by_id = media.in_bulk(ids)
    # The database's own lower(), so that both sides of the comparison are made by one.
    wanted = sorted({name.lower() for name in names} | {name.casefold() for name in names})
    for asset in media.annotate(lower_name=Lower("file_name")).filter(lower_name__in=wanted).order_by("-pk"):
        found.by_name[asset.file_name.casefold()].append(asset)
    if any(as_id(name) not in found.by_id and name.casefold() not in found.by_name for name in names):
        found.others = list(media.order_by("-pk").values_list("file_name", flat=True)[:NAMES_COMPARED])
    return found
