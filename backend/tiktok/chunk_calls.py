"""The bytes of a video, to the address an init opened (tiktok-api §4.5)."""

from collections.abc import Iterable, Iterator

from tiktok.calls import Calls
from tiktok.chunk_answers import ChunkAnswer, read_chunk_answer
from tiktok.errors import AnswerLost, Unfit
from tiktok.http import chunk_timeout, is_upload_url, send
from tiktok.operations import Operation
from tiktok.upload_plan import Chunk


class ChunkCalls(Calls):
    """Sending chunks; the upload URL is its own credential, so no token goes along."""

    def put_chunk(self, upload_url: str, chunk: Chunk, content: Iterable[bytes], *, mime_type: str) -> ChunkAnswer:
        """
        Send one chunk as blocks of bytes.

        :raises Unfit: `host_not_allowed`, when the address is not TikTok's
        :raises Refused: `upload_url_expired` (403), `upload_unknown` (404), `chunk_malformed` (400)
        :raises RateLimited: on 429
        :raises NothingSent, MayHaveWorked: as everywhere; after the last chunk only the status tells
        """
        if not is_upload_url(upload_url, api_url=str(self._http.base_url)):
            raise Unfit("host_not_allowed", "TikTok named an upload address that is not TikTok's.")
        headers = {
            "Content-Type": mime_type,
            "Content-Range": chunk.content_range,
            "Content-Length": str(chunk.size),
        }
        blocks = _exactly(chunk.size, content)
        with self._gate(Operation.CHUNK):
            limits = chunk_timeout(self._http)
            reply = send(self._http, "PUT", upload_url, name="chunk", content=blocks, headers=headers, timeout=limits)
            return read_chunk_answer(reply.status, reply.headers)


def _exactly(size: int, content: Iterable[bytes]) -> Iterator[bytes]:
    left = size
    for block in content:
        left -= len(block)
        if left < 0:
            break
        yield block
    if left:
        raise AnswerLost("chunk: the file and its chunk differ in length")
