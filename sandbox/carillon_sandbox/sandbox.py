"""The running simulator: what every handler needs, in one place."""

import asyncio
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request

from .clock import Clock, set_back
from .config import Client
from .faults.book import FaultBook
from .ledger import Ledger
from .limits import Limiter
from .login.clients import find_client, register_home
from .settings import Settings
from .store import Store
from .world.accounts import seed_world
from .world.growth import birth_of, has_begun

DAY = 86400.0


@dataclass(slots=True)
class Sandbox:
    """State, ledger, the client of the environment and the address the world sees."""

    home_key: str
    home_secret: str = field(repr=False)
    data: Path
    base_url: str
    store: Store
    ledger: Ledger
    signing_key: bytes = field(repr=False)
    limiter: Limiter = field(default_factory=Limiter)
    allow_remote: bool = False
    outgoing: asyncio.Event = field(default_factory=asyncio.Event)
    clock: Clock = field(init=False)
    faults: FaultBook = field(init=False)
    born: float = field(init=False)

    def __post_init__(self) -> None:
        self.clock = Clock(self.store)
        self.faults = FaultBook(self.store)
        self.born = birth_of(self.store, self.now())

    @property
    def client(self) -> Client:
        """The client that the environment named; the control API and the pages speak of this one."""
        found = self.find_client(self.home_key)
        if found is None:
            raise RuntimeError("the client of the environment is not in the state")
        return found

    def find_client(self, key: str) -> Client | None:
        """Return a registered client; the environment's own is kept without its secret, which is added here."""
        found = find_client(self.store, key)
        return replace(found, secret=self.home_secret) if found and key == self.home_key else found

    @property
    def settings(self) -> Settings:
        return self.store.settings

    def now(self) -> float:
        """Return the instant that the virtual clock shows."""
        return self.clock.now()

    def post_folder(self, upload_id: str) -> Path:
        """Return the folder of one upload; each has its own, so that no file can name another."""
        return self.data / "posts" / upload_id

    def signed_url(self, path: str, seconds: int) -> str:
        """Return an address that works for a while, as the pictures on TikTok's CDN do."""
        expires = str(int(self.now()) + seconds)
        query = urlencode({"x-expires": expires, "x-signature": self._sign(path, expires)})
        return f"{self.base_url}{path}?{query}"

    def signature_holds(self, path: str, expires: str, signature: str) -> bool:
        if not hmac.compare_digest(self._sign(path, expires).encode(), signature.encode()):
            return False
        return int(expires) > self.now()

    def _sign(self, path: str, expires: str) -> str:
        return hmac.new(self.signing_key, f"{path}\n{expires}".encode(), hashlib.sha256).hexdigest()[:32]

    def close(self) -> None:
        self.store.close()
        self.ledger.close()


def open_sandbox(
    client: Client, data: Path, base_url: str, *, allow_remote: bool = False, begin_days_ago: int = 0
) -> Sandbox:
    """Open the data folder, or begin a new one, whose world may be born in the past."""
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    ledger = Ledger(data / "ledger.jsonl")
    store = Store(data / "state.sqlite3", ledger)
    # A ledger that is there already tells of later instants than those that would come now.
    if begin_days_ago and not has_begun(store) and ledger.last_seq == 0:
        set_back(store, begin_days_ago * DAY)
    seed_world(store)
    register_home(store, client)
    key = _signing_key(store)
    return Sandbox(client.key, client.secret, data.resolve(), base_url, store, ledger, key, allow_remote=allow_remote)


def _signing_key(store: Store) -> bytes:
    with store.change() as change:
        sql = "INSERT OR IGNORE INTO secrets VALUES ('signing_key', ?)"
        change.run(sql, (secrets.token_hex(32),))
    row = store.row("SELECT value FROM secrets WHERE name = 'signing_key'")
    return bytes.fromhex(row["value"]) if row else b""


def sandbox_of(request: Request) -> Sandbox:
    """Return the simulator this request is for."""
    found = request.app.state.sandbox
    if not isinstance(found, Sandbox):
        raise TypeError("the application was built without its sandbox")
    return found
