"""Upload one file as a worker does, and tell by how much this process grew at its largest: `upload_child.py URL FILE`."""

import json
import re
import sys
from pathlib import Path

from tiktok.http import open_http
from tiktok.tiktok_api_client import TikTokApiClient
from tiktok.upload_plan import plan_upload
from tiktok.upload_session import UploadSession, read_blocks


def read_kb(name: str) -> int:
    found = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found
    return int(found[1])


def main(url: str, path: Path) -> None:
    with open_http(url) as http, path.open("rb") as file:
        client = TikTokApiClient(http, access_token="act.none")
        before = read_kb("VmRSS")
        session = UploadSession(
            plan_upload(path.stat().st_size),
            put=lambda chunk: client.put_chunk(f"{url}/u", chunk, read_blocks(file, chunk), mime_type="video/mp4"),
            ask=lambda: client.fetch_status("p"),
            before_last=lambda _: True,
        )
        end = session.send()
        sys.stdout.write(json.dumps({"end": end, "grown_bytes": (read_kb("VmHWM") - before) * 1024}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
