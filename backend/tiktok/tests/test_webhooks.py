"""Telling TikTok's own deliveries from everybody else's, and reading them exactly."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tiktok.webhooks import Signature, Unreadable, is_genuine, is_timely, read_delivery, read_signature

SECRET = "sbx-secret-do-not-use"
STAMP = "1795348801"
DIGEST = "7de9580d534da322c9eef02078dbf9c2187a8f91b90d567dc41ad3bd3da6d0d3"
RAW = (
    rb'{"client_key":"sbxclientkey0001","event":"post.publish.complete","create_time":1795348800,'
    rb'"user_openid":"-000sandboxopenid0001","content":"{\"publish_id\":\"v_pub_file~v2-1.7600000000000000001\",'
    rb'\"publish_type\":\"DIRECT_PUBLISH\"}"}'
)
NOW = datetime.fromtimestamp(1795348810, tz=UTC)


def body(**changes: object) -> bytes:
    return json.dumps(
        {"client_key": "k", "event": "e", "create_time": 1795348800, "user_openid": "u"} | changes
    ).encode()


class TestSignature:
    def test_of_the_documented_example_is_genuine(self) -> None:
        signature = read_signature(f"t={STAMP},s={DIGEST}")

        assert signature == Signature(STAMP, DIGEST)
        assert is_genuine(signature, RAW, client_secret=SECRET)

    def test_breaks_with_any_bit_of_body_stamp_digest_or_secret(self) -> None:
        good = Signature(STAMP, DIGEST)
        for place in range(0, len(RAW) * 8, 7):
            flipped = bytearray(RAW)
            flipped[place // 8] ^= 1 << place % 8
            assert not is_genuine(good, bytes(flipped), client_secret=SECRET)
        assert not is_genuine(Signature("1795348802", DIGEST), RAW, client_secret=SECRET)
        assert not is_genuine(Signature(STAMP, "0" + DIGEST[1:]), RAW, client_secret=SECRET)
        assert not is_genuine(good, RAW, client_secret=SECRET + "x")
        assert not is_genuine(good, RAW + b"\n", client_secret=SECRET)

    @pytest.mark.parametrize(
        "header",
        [
            "",
            "t=,s=",
            f"t={STAMP}",
            f"s={DIGEST}",
            f"t={STAMP},s={DIGEST},s={DIGEST}",
            f"t={STAMP},t={STAMP},s={DIGEST}",
            f"t={STAMP},s={DIGEST[:-1]}",
            f"t={STAMP},s={DIGEST}0",
            f"t={STAMP},s={DIGEST.upper()}",
            f"t={STAMP},s={'g' * 64}",
            f"t=-1,s={DIGEST}",
            f"t=1.5,s={DIGEST}",
            f"t={'9' * 12},s={DIGEST}",
            f"t={'9' * 5000},s={DIGEST}",
            f"t=١٧٩٥٣٤٨٨٠١,s={DIGEST}",
            f"t={STAMP};s={DIGEST}",
            "\x00",
            "," * 1000,
        ],
    )
    def test_is_none_where_a_part_is_missing_twice_or_misshapen(self, header: str) -> None:
        assert read_signature(header) is None

    @pytest.mark.parametrize(
        ("age", "timely"),
        [
            (timedelta(), True),
            (timedelta(hours=72), True),
            (timedelta(hours=72, seconds=1), False),
            (-timedelta(minutes=5), True),
            (-timedelta(minutes=5, seconds=1), False),
        ],
    )
    def test_counts_as_long_as_tiktok_retries(self, age: timedelta, timely: bool) -> None:
        signature = Signature(STAMP, DIGEST)

        assert is_timely(signature, now=signature.at + age) is timely


class TestDelivery:
    def test_is_read_twice_for_its_content(self) -> None:
        delivery = read_delivery(RAW)

        assert (delivery.client_key, delivery.event) == ("sbxclientkey0001", "post.publish.complete")
        assert delivery.publish_id == "v_pub_file~v2-1.7600000000000000001"
        assert delivery.sent_at == datetime.fromtimestamp(1795348800, tz=UTC)

    @pytest.mark.parametrize("written", ["7600000000000000001", '"7600000000000000001"'])
    def test_keeps_every_digit_of_an_id(self, written: str) -> None:
        assert read_delivery(body(content=f'{{"post_id": {written}}}')).post_id == "7600000000000000001"

    @pytest.mark.parametrize("create_time", [1795348800, 1795348800000, "1795348800"])
    def test_takes_seconds_and_milliseconds(self, create_time: object) -> None:
        assert read_delivery(body(create_time=create_time)).sent_at == datetime.fromtimestamp(1795348800, tz=UTC)

    @pytest.mark.parametrize("content", [None, "", " ", "{}", {}])
    def test_may_have_no_content(self, content: object) -> None:
        assert read_delivery(body(content=content)).content == {}

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"[]",
            b"null",
            b"{",
            b"\xff\xfe",
            b"[" * 60_000,
            b'{"a":' * 10_000,
            b'{"client_key":"k","client_key":"k2","event":"e","create_time":1}',
            body(content='{"publish_id":"a","publish_id":"b"}'),
            body(content="not json"),
            body(content='"text"'),
            body(create_time=None),
            body(create_time=1.5),
            body(create_time=-1),
            body(create_time=10**20),
            body(create_time="١"),
            b'{"client_key":"k","event":"e","create_time":NaN}',
            body(client_key=""),
            body(event=["e"]),
            body(user_openid="\x00"),
            body(user_openid="\ud800"),
            body(content='{"publish_id":"\\u0000"}'),
        ],
    )
    def test_is_refused_where_it_is_not_what_tiktok_documents(self, raw: bytes) -> None:
        with pytest.raises(Unreadable):
            read_delivery(raw)
