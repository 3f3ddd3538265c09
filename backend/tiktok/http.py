"""The connection to TikTok: known hosts only, no redirects, no cookies, no proxies, no retries, a time limit on everything."""

import logging
import re
import ssl
from dataclasses import dataclass, field
from functools import cache, partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any
from urllib.parse import urlsplit

import httpx2 as httpx

from tiktok.errors import AnswerLost, Redirected, TikTokDown, TikTokError, Unfit, Unreachable, Unsendable

# Where parsers differ, one of them is deceived: a host is plain letters, digits, dots and dashes here, and a port digits.
PLAIN_URL = re.compile(r"https?://[a-z0-9.\-]+(:[0-9]{1,5})?([/?#][^\s\\]*)?\Z", re.IGNORECASE)
TIKTOK_HOST = re.compile(r"([a-z0-9\-]+\.)*tiktokapis\.com")
READ_S, CONNECT_S = 30.0, 5.0
# An idle connection is given up before a server may: one that closes as we write leaves us not knowing what it read.
# Servers wait 5 s or longer.
IDLE_S = 4.0
CHUNK_PATIENCE = 4  # a chunk may take so many times longer to be answered
MAX_ANSWER_BYTES = 4_000_000
LOG_ID = "x-tt-logid"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, not judged yet."""

    status: int
    headers: httpx.Headers = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def log_id(self) -> str:
        return self.headers.get(LOG_ID, "")

    @property
    def retry_after(self) -> str:
        return self.headers.get("retry-after", "")


def open_http(base_url: str, *, tempo: float = 1.0) -> httpx.Client:
    """Return a client for one TikTok host and TikTok's upload hosts; the caller closes it. `tempo` divides its time limits."""
    logging.getLogger("httpx2").addFilter(_is_trouble)
    http = httpx.Client(
        base_url=base_url,
        timeout=httpx.Timeout(READ_S / tempo, connect=CONNECT_S / tempo),
        follow_redirects=False,
        trust_env=False,
        transport=httpx.HTTPTransport(
            retries=0, verify=trusted_authorities(), limits=httpx.Limits(keepalive_expiry=IDLE_S)
        ),
        cookies=CookieJar(
            DefaultCookiePolicy(allowed_domains=())
        ),  # one account's must not go along with another's calls
        headers={"User-Agent": "Carillon/0.1", "Cache-Control": "no-cache"},
    )
    only_known = partial(_refuse_strangers, api_url=str(http.base_url))
    http.event_hooks = {"request": [only_known], "response": [_refuse_redirect]}
    return http


@cache
def trusted_authorities() -> ssl.SSLContext:
    """Return whom we believe that a host is TikTok's; read once (a tenth of a second), best before a process forks."""
    return httpx.create_ssl_context(trust_env=False)


def send(http: httpx.Client, method: str, url: str, *, name: str, **parts: Any) -> Reply:
    """
    Send one request, once; `name` is what errors call it, since its address may be a secret.

    :raises Unsendable, Unreachable: when nothing left this machine
    :raises AnswerLost: when it left, or part of it, and no whole answer came
    :raises Redirected, TikTokDown: when the answer leads elsewhere or has no end
    """
    # Raised below the blocks: inside, the error would carry httpx's own along, and that one holds the request.
    failure: TikTokError
    journey = _Journey()
    try:
        request = http.build_request(method, url, extensions={"trace": journey.note}, **parts)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        failure = Unsendable(f"{name}: {type(error).__name__}")
    else:
        try:
            response = http.send(request, stream=True)
            try:
                return Reply(response.status_code, response.headers, _read_body(response, name))
            finally:
                response.close()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            failure = _name_failure(error, name, headers_sent=journey.headers_sent)
    raise failure


def chunk_timeout(http: httpx.Client) -> httpx.Timeout:
    """Return the time limits of a chunk on this connection: 120 s for its answer."""
    return httpx.Timeout((http.timeout.read or READ_S) * CHUNK_PATIENCE, connect=http.timeout.connect)


def is_upload_url(url: str, *, api_url: str) -> bool:
    """
    Tell whether `url` is a place we may send a person's video to.

    TikTok's regional upload hosts vary but lie below `tiktokapis.com`, over https; a sandbox receives its uploads itself.
    """
    if not PLAIN_URL.match(url):
        return False
    parts, api = urlsplit(url), urlsplit(api_url)
    if (parts.scheme, parts.netloc) == (api.scheme, api.netloc):
        return True
    host = (parts.hostname or "").lower()
    return (
        parts.scheme == "https" and parts.netloc.lower() in (host, f"{host}:443") and bool(TIKTOK_HOST.fullmatch(host))
    )


@dataclass(slots=True)
class _Journey:
    """How far a request came: httpx tells by its trace, and by its exceptions only in part."""

    headers_sent: bool = False

    def note(self, event: str, _: object) -> None:
        self.headers_sent |= event.endswith(".send_request_headers.complete")


def _name_failure(error: Exception, name: str, *, headers_sent: bool) -> TikTokError:
    # Only the type is told: httpx quotes an illegal header, and that would be the token.
    what = f"{name}: {type(error).__name__}"
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return Unreachable(what)
    if isinstance(error, httpx.UnsupportedProtocol | httpx.LocalProtocolError) and not headers_sent:
        return Unsendable(what)
    return AnswerLost(what)


def _read_body(response: httpx.Response, name: str) -> bytes:
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > MAX_ANSWER_BYTES:
            log_id = response.headers.get(LOG_ID, "")
            raise TikTokDown(f"{name}: an answer without end", status=response.status_code, log_id=log_id)
    return bytes(body)


def _refuse_strangers(request: httpx.Request, *, api_url: str) -> None:
    if not is_upload_url(str(request.url), api_url=api_url):
        raise Unfit("host_not_allowed", "This address is not TikTok's.")


def _refuse_redirect(response: httpx.Response) -> None:
    status = response.status_code
    if 300 <= status < 400:  # noqa: PLR2004
        raise Redirected(f"HTTP {status} leads elsewhere", status=status, log_id=response.headers.get(LOG_ID, ""))


def _is_trouble(record: logging.LogRecord) -> bool:
    # httpx logs each address it calls at INFO, and upload addresses are credentials.
    return record.levelno >= logging.WARNING
