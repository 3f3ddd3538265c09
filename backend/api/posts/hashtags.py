"""Hashtags as TikTok reads them: a `#` and what follows, to the next space. Pure."""

import unicodedata
from collections.abc import Sequence

from core.domain_error import Invalid

MOST_TAGS = 30
LONGEST_TAG = 100  # UTF-16 units
JOINERS = "_\u200c\u200d"  # what holds words together in Persian and the Indic scripts, and emoji
KINDS = "LMN"  # letters, the marks they carry, digits; signs are told apart below


def is_linked(tag: str) -> bool:
    """Tell whether TikTok makes a link of `#tag`: letters, digits, `_` and pictures do, punctuation does not."""
    return bool(tag) and all(
        char in JOINERS or unicodedata.category(char)[0] in KINDS or unicodedata.category(char) == "So" for char in tag
    )


def check_tags(tags: Sequence[str]) -> list[str]:
    """
    Return the tags in their order without their `#`; of tags that differ in capitals alone, the first.

    :raises Invalid: `tags_missing`, `too_many_tags`, or at the tag `tag_too_long` or `tag_unfit`
    """
    kept = dict[str, str]()
    for index, written in enumerate(tags):
        tag = unicodedata.normalize("NFC", written.strip().removeprefix("#"))
        if not is_linked(tag):
            message = f"TikTok does not link “#{tag}”. Use letters, digits and _ only."
            raise Invalid.at(f"tags.{index}", message, code="tag_unfit")
        if len(tag.encode("utf-16-le")) // 2 > LONGEST_TAG:
            message = f"A hashtag has {LONGEST_TAG} characters at most."
            raise Invalid.at(f"tags.{index}", message, code="tag_too_long")
        kept.setdefault(tag.casefold(), tag)
    if not kept:
        raise Invalid.at("tags", "Give the group at least one hashtag.", code="tags_missing")
    if len(kept) > MOST_TAGS:
        raise Invalid.at("tags", f"A group has {MOST_TAGS} hashtags at most.", code="too_many_tags")
    return list(kept.values())
