"""Which post a pasted address is of, and what is said of one that tells none."""

import pytest

from api.publishing.post_link import PostLink, read_post_link
from core.domain_error import Invalid

ID = "7512345678901234567"


class TestReadPostLink:
    @pytest.mark.parametrize(
        "text",
        [
            f"https://www.tiktok.com/@studio.nord/video/{ID}",
            f"http://tiktok.com/@studio.nord/photo/{ID}/",
            f"  https://m.tiktok.com/@studio.nord/video/{ID}?is_from_webapp=1&sender_device=pc#x ",
            f"www.TikTok.com/@studio.nord/video/{ID}",
        ],
    )
    def test_reads_what_a_browser_shows(self, text: str) -> None:
        assert read_post_link(text) == PostLink("studio.nord", ID)

    @pytest.mark.parametrize(
        "text", ["https://vm.tiktok.com/ZMabc/", "vt.tiktok.com/x", "https://www.tiktok.com/t/ZTabc"]
    )
    def test_refuses_a_short_link_and_says_what_to_copy(self, text: str) -> None:
        with pytest.raises(Invalid, match=r"short link.*copy the address from the browser") as refused:
            read_post_link(text)

        assert refused.value.code == "link_short"

    @pytest.mark.parametrize(
        "text",
        [
            "nonsense",
            "https://[::1",
            f"https://tiktok.com.example.org/@a/video/{ID}",
            f"https://example.org/@a/video/{ID}",
            f"https://user@www.tiktok.com/@a/video/{ID}",
            f"javascript://www.tiktok.com/@a/video/{ID}",
            "https://www.tiktok.com/@studio.nord",
            f"https://www.tiktok.com/@studio.nord/video/{ID}/../x",
        ],
    )
    def test_refuses_what_is_no_post_of_tiktoks(self, text: str) -> None:
        with pytest.raises(Invalid) as refused:
            read_post_link(text)

        assert refused.value.code == "link_unknown"

    @pytest.mark.parametrize("post_id", [ID[:-1], ID + "0", "٧" * 19])
    def test_refuses_a_number_that_is_no_post_id(self, post_id: str) -> None:
        with pytest.raises(Invalid) as refused:
            read_post_link(f"https://www.tiktok.com/@studio.nord/video/{post_id}")

        assert refused.value.code == "link_cut"

    def test_takes_the_sandboxs_own_address_only_where_the_sandbox_is_tiktok(self) -> None:
        address = f"http://127.0.0.1:4103/accounts/studio.nord#post-{ID}"

        assert read_post_link(address, sandbox_host="127.0.0.1:4103") == PostLink("studio.nord", ID)
        with pytest.raises(Invalid):
            read_post_link(address)
