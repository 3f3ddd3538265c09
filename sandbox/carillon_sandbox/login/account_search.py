"""The accounts that the consent page offers; where there are many, with a search that needs no script."""

from urllib.parse import parse_qsl

from carillon_sandbox.pages.markup import Html, join, render
from carillon_sandbox.sandbox import Sandbox
from carillon_sandbox.world.accounts import Account, list_accounts

SHOWN = 24
WORDS = "find"  # beside the app's own parameters in the page's address; TikTok has none of this name


def show_accounts(sandbox: Sandbox, query: str) -> Html:
    """Return the accounts to choose from, those that the query searches for."""
    accounts, words = list_accounts(sandbox.store), dict(parse_qsl(query)).get(WORDS, "").strip()
    found = [account for account in accounts if words.lower() in f"{account.handle} {account.nickname}".lower()]
    choices = join(_choice(account) for account in found[:SHOWN])
    if len(accounts) <= SHOWN:
        return choices
    more = f", the first {SHOWN} are shown" if len(found) > SHOWN else ""
    state = f"{len(found)} of {len(accounts)} accounts{more}"
    return join((render("search.html", name=WORDS, words=words, state=state), choices))


def carry_query(query: str) -> Html:
    """Return the form that a search is sent by; it carries the app's own parameters along."""
    pairs = ((name, value) for name, value in parse_qsl(query, keep_blank_values=True) if name != WORDS)
    return render(
        "search_form.html", fields=join(render("hidden.html", name=name, value=value) for name, value in pairs)
    )


def _choice(account: Account) -> Html:
    rules = ", ".join(account.describe_rules()) or "public account"
    return render("choice.html", handle=account.handle, nickname=account.nickname, rules=rules)
