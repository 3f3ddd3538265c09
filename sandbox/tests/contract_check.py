"""Hold everything the tests hear, and all they say that is accepted, against TikTok's contract."""

import json
from urllib.parse import parse_qsl

import httpx2

from carillon_sandbox.contract import find_operation, validate_answer, validate_request


def keep_to_contract(response: httpx2.Response) -> None:
    """Fail when an answer breaks the contract, or when a request was accepted that does."""
    request = response.request
    path = request.url.path
    if find_operation(request.method, path) is None:
        return
    response.read()
    body = read_body(response)
    problems = validate_answer(request.method, path, response.status_code, body)
    if is_accepted(response, body):
        problems += validate_request(request.method, path, query_of(request), said_in(request), headers_of(request))
    assert not problems, (request.method, path, response.status_code, problems)


def read_body(response: httpx2.Response) -> object:
    """Return the parsed JSON, None when empty, the text when it is no JSON."""
    if not response.content:
        return None
    is_json = response.headers.get("content-type", "").startswith("application/json")
    return response.json() if is_json else response.text


def is_accepted(response: httpx2.Response, body: object) -> bool:
    if response.status_code >= 300 or not isinstance(body, dict):
        return response.status_code < 300 and body is None
    error = body.get("error")
    return error is None or (isinstance(error, dict) and error.get("code") == "ok")


def query_of(request: httpx2.Request) -> dict[str, str]:
    return dict(parse_qsl(request.url.query.decode(), keep_blank_values=True))


def headers_of(request: httpx2.Request) -> dict[str, str]:
    return {name.lower(): value for name, value in request.headers.items()}


def said_in(request: httpx2.Request) -> object:
    """Return the parsed body of a JSON or form request; None for any other."""
    kind = request.headers.get("content-type", "").partition(";")[0]
    if kind == "application/x-www-form-urlencoded":
        return dict(parse_qsl(request.content.decode()))
    return json.loads(request.content) if kind == "application/json" and request.content else None
