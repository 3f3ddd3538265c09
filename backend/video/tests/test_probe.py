"""What is measured; and the child process, at its walls."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import CLIP
from video.child import ChildFailed, run_child
from video.probe import VideoRejected, probe_video


class TestProbeVideo:
    def test_measures_a_file_whatever_it_is_called(self, tmp_path: Path) -> None:
        path = tmp_path / "-i file:name; $(reboot) 'x'.txt"
        path.write_bytes(CLIP.read_bytes())

        facts = probe_video(path, thumbnail=tmp_path / "-thumbnail.jpg")

        assert (facts.width, facts.height, facts.audio_codec) == (1280, 720, "aac")
        assert (tmp_path / "-thumbnail.jpg").read_bytes()[:3] == b"\xff\xd8\xff"

    def test_says_what_is_no_video(self, tmp_path: Path) -> None:
        path = tmp_path / "clip.mp4"
        path.write_text("#EXTM3U")

        with pytest.raises(VideoRejected) as rejection:
            probe_video(path)

        assert rejection.value.code == "not_a_video"


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that misbehaves as its first argument says; its folder takes the place of the backend's."""
    (tmp_path / "misbehave.py").write_text(
        "import os, sys, json, socket, time\n"
        f"sys.path.append({str(Path(__file__).resolve().parents[2])!r})\n"
        "from video.child import lock_down\n"
        "lock_down()\n"
        "what = sys.argv[1]\n"
        "if what == 'hang': time.sleep(60)\n"
        "if what == 'crash': os.abort()\n"
        "if what == 'exit': sys.exit(3)\n"
        "if what == 'list': print('[]')\n"
        "if what == 'noise': print('no json')\n"
        "if what == 'memory': bytearray(4 * 1024**3)\n"
        "if what == 'disk': open('big', 'wb').write(bytes(70 * 1024**2))\n"
        "if what == 'environment': print(json.dumps(dict(os.environ)))\n"
        "if what == 'network': socket.create_connection(('127.0.0.1', int(sys.argv[2])), timeout=2); print('{}')\n"
    )
    monkeypatch.setattr("video.child.BACKEND", tmp_path)
    return "misbehave"


class TestRunChild:
    @pytest.mark.parametrize("what", ["crash", "exit", "list", "noise", "disk"])
    def test_blames_the_file_when_the_child_fails(self, child: str, what: str) -> None:
        with pytest.raises(ChildFailed):
            run_child(child, [what], timeout_s=20)

    def test_ends_a_child_that_hangs(self, child: str) -> None:
        with pytest.raises(ChildFailed, match="took longer than 0 s"):
            run_child(child, ["hang"], timeout_s=0.4)

    @pytest.mark.skipif(sys.platform != "linux", reason="macOS has no such limit")
    def test_lets_a_child_have_only_so_much_memory(self, child: str) -> None:
        with pytest.raises(ChildFailed, match="MemoryError"):
            run_child(child, ["memory"], timeout_s=20)

    def test_tells_a_child_none_of_our_secrets(self, child: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SECRET_KEY", "the-secret-key")

        environment = run_child(child, ["environment"], timeout_s=20)

        assert "the-secret-key" not in json.dumps(environment)
        assert "DATABASE_URL" not in environment

    def test_lets_a_child_without_network_reach_nobody(self, child: str) -> None:
        if sys.platform != "linux" or not can_leave_the_network():
            pytest.skip("this kernel gives no network namespace; the protocol whitelist stands alone")
        with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(ChildFailed, match="Error"):
            run_child(child, ["network", str(listener.getsockname()[1])], timeout_s=20)


def can_leave_the_network() -> bool:
    """Tell whether this kernel lets an ordinary process have a network namespace of its own."""
    script = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
    return subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
