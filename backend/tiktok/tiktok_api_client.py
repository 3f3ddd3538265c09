"""TikTok's HTTP API: one method an operation, one error type a kind of answer (tiktok-api §3–4)."""

from tiktok.chunk_calls import ChunkCalls
from tiktok.display_calls import DisplayCalls
from tiktok.posting_calls import PostingCalls


class TikTokApiClient(DisplayCalls, PostingCalls, ChunkCalls):
    """
    TikTok's HTTP API, for one access token; it knows no database, no queue and no second try.

    Every call passes `gate` first, which may hold it back: `RateLimited` (with `ours`) or `CircuitOpen`. Every error is a
    `TikTokError` (see `errors.py`) and holds TikTok's log id where TikTok answered at all.
    """
