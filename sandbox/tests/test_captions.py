"""What accounts write: words, and hashtags of their own."""

import re
from collections import Counter

from carillon_sandbox.world.captions import FEWEST_FAVOURITES, HASHTAGS, MOST_FAVOURITES, favourites_of, write_caption
from carillon_sandbox.world.people import make_people

HANDLES = [account.handle for account in make_people(40, seed=1, taken=())]


class TestHashtags:
    def test_each_account_has_its_own(self) -> None:
        liked = [favourites_of(handle) for handle in HANDLES]

        assert all(FEWEST_FAVOURITES <= len(set(tags)) == len(tags) <= MOST_FAVOURITES for tags in liked)
        assert len(set(liked)) == len(liked)
        shared = Counter(tag for tags in liked for tag in tags)
        assert set(shared) == set(HASHTAGS)
        assert min(shared.values()) > 1

    def test_a_caption_has_none_to_four_of_them(self) -> None:
        for handle in HANDLES[:5]:
            found = [re.findall(r"#(\w+)", write_caption("1", handle, number)) for number in range(300)]

            assert {len(tags) for tags in found} == {0, 1, 2, 3, 4}
            assert all(len(set(tags)) == len(tags) and set(tags) <= set(favourites_of(handle)) for tags in found)

    def test_the_dearest_is_seen_more_often_than_the_last(self) -> None:
        first, *_, last = favourites_of("studio.nord")
        seen = Counter(
            tag for number in range(400) for tag in re.findall(r"#(\w+)", write_caption("1", "studio.nord", number))
        )

        assert seen[first] > 2 * seen[last] > 0

    def test_is_the_same_again_and_fits_where_tiktok_shows_it(self) -> None:
        written = [write_caption("1", handle, number) for handle in HANDLES for number in range(50)]

        assert written == [write_caption("1", handle, number) for handle in HANDLES for number in range(50)]
        assert max(len(caption) for caption in written) <= 150
