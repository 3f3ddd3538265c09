"""Containers by their first bytes."""

import pytest

from video.container import MP4, QUICKTIME, WEBM, Container, find_container


class TestFindContainer:
    @pytest.mark.parametrize(
        ("head", "container"),
        [
            (b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00", MP4),
            (b"\x00\x00\x00\x18ftypmp42", MP4),
            (b"\x00\x00\x00\x14ftypqt  ", QUICKTIME),
            (b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat", QUICKTIME),
            (b"\x00\x00\x10\x00moov", QUICKTIME),
            (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", WEBM),
        ],
    )
    def test_knows_what_tiktok_takes(self, head: bytes, container: Container) -> None:
        assert find_container(head) == container

    @pytest.mark.parametrize(
        "head",
        [
            b"",
            b"ftyp",
            b"ftypisom",
            b" \x00\x00\x00\x20ftypisom",
            b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska",
            b"webm",
            b"RIFF\x00\x00\x00\x00AVI ",
            b"\x00\x00\x01\xba",
            b"OggS",
            b"#EXTM3U",
            b"ffconcat version 1.0",
        ],
    )
    def test_knows_nothing_else(self, head: bytes) -> None:
        assert find_container(head) is None
