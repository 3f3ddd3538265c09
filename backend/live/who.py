"""Who calls: the API is asked with the caller's own token, so that its answer is the only rule there is."""

import asyncio
import http.client
import json
from dataclasses import dataclass
from urllib.parse import urlsplit

ASK_PATH = "/api/v1/auth/me"
TIMEOUT_S = 10.0
OK, UNAUTHORIZED = 200, 401


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person and the workspace they are in."""

    id: str
    workspace: str


class Stranger(Exception):
    """The API does not know this token, or no longer."""


class ApiAway(Exception):
    """The API gave no answer that says yes or no."""


async def ask(api_url: str, token: str) -> Person:
    """
    Return whose token this is.

    :raises Stranger: when the API says 401
    :raises ApiAway: when it says anything else, or nothing
    """
    return await asyncio.to_thread(_ask, api_url, token)


def _ask(api_url: str, token: str) -> Person:
    parts = urlsplit(api_url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "127.0.0.1", parts.port, timeout=TIMEOUT_S)
    try:
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        connection.request("GET", ASK_PATH, headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        if answer.status == UNAUTHORIZED:
            raise Stranger
        if answer.status != OK:
            raise ApiAway(str(answer.status))
        me = json.loads(content)
        return Person(str(me["id"]), str(me["workspace"]["id"]))
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError) as error:
        raise ApiAway(type(error).__name__) from error
    finally:
        connection.close()
