"""An account's own words and a chosen cover, against the real sandbox: what was agreed to is what is sent, once."""

from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from api.accounts.models import Account
from api.media.models import MediaAsset
from api.posts.models import Post
from api.publishing.lookups import _caption
from api.publishing.matching import fold
from api.publishing.models import Publication, State
from api.publishing.payload import freeze, freeze_photos
from api.publishing.reconcile import _wanted
from api.publishing.step_open import open_upload
from api.publishing.tests.conftest import compose_body, forget_worker, run, take
from api.publishing.tests.photo_kit import fetched_from, go_on, photo_body, upload_picture
from conftest import Caller, Sandbox

pytestmark = pytest.mark.django_db(transaction=True)

SHARED = "A rabbit wakes up #bunny"
OWN = "Ein Hase wacht auf 🐇 #hase"


@pytest.fixture
def accounts(alice: Caller, sandbox: Sandbox) -> list[Account]:
    return [alice.connect(sandbox, handle) for handle in ("studio.nord", "quiet.room")]


def plan(alice: Caller, clip: MediaAsset, accounts: list[Account], **more: object) -> list[Publication]:
    """Schedule the clip on the accounts, due at once; the last has words of its own."""
    body = compose_body(clip, *accounts) | more
    body["publications"][-1]["own_caption"] = OWN
    answer = alice.post("/posts", body)
    assert answer.status_code == 201, answer.content
    return [Publication.objects.get(pk=one["id"]) for one in answer.json()["publications"]]


class TestTwoAccounts:
    def test_get_each_its_own_words_and_the_same_cover_once(
        self, alice: Caller, sandbox: Sandbox, clip: MediaAsset, accounts: list[Account]
    ) -> None:
        mark = sandbox.mark()
        planned = plan(alice, clip, accounts, cover_ms=2_400)

        done = [run(publication) for publication in planned]

        assert [one.state for one in done] == [State.PUBLISHED, State.PUBLISHED]
        inits = sandbox.ledger(after=mark, event="init.accepted")
        said = {init["handle"]: init["post_info"] for init in inits}
        assert len(inits) == len(sandbox.ledger(after=mark, event="post.completed")) == 2
        assert {handle: info["title"] for handle, info in said.items()} == {"studio.nord": SHARED, "quiet.room": OWN}
        assert {info["video_cover_timestamp_ms"] for info in said.values()} == {2_400}

    def test_are_agreed_to_word_for_word(self, alice: Caller, clip: MediaAsset, accounts: list[Account]) -> None:
        post = Post.objects.get(pk=plan(alice, clip, accounts, cover_ms=2_400)[0].post_id)

        agreed = post.consent_snapshot
        assert isinstance(agreed, dict)
        assert (agreed["caption"], agreed["cover_ms"]) == (SHARED, 2_400)
        assert [one.get("own_caption") for one in agreed["publications"]] == [None, OWN]

    def test_are_shown_with_what_each_says(self, alice: Caller, clip: MediaAsset, accounts: list[Account]) -> None:
        [first, _] = plan(alice, clip, accounts, cover_ms=2_400)

        shown = alice.get(f"/posts/{first.post_id}").json()
        detail = alice.get(f"/posts/{first.post_id}/publications").json()
        assert (shown["caption"], shown["cover_ms"]) == (SHARED, 2_400)
        assert [one["own_caption"] for one in shown["publications"]] == [None, OWN]
        assert [one["caption"] for one in detail] == [SHARED, OWN]


class TestWhatIsFrozen:
    def test_keeps_words_and_cover_whatever_the_rows_say_later(
        self, alice: Caller, sandbox: Sandbox, clip: MediaAsset, accounts: list[Account]
    ) -> None:
        [_, own] = plan(alice, clip, accounts, cover_ms=2_400)
        mark = sandbox.mark()
        open_upload(take(own))
        # Nobody can change them so: a person's edit ends the session. A wrong one must not reach TikTok all the same.
        Publication.objects.filter(pk=own.pk).update(own_caption="Something else")
        Post.objects.filter(pk=own.post_id).update(caption="Something else", cover_ms=0)
        forget_worker(own)

        done = run(own)

        assert done.state == State.PUBLISHED
        assert done.payload is not None
        frozen = done.payload["post_info"]
        assert (frozen["title"], frozen["video_cover_timestamp_ms"]) == (OWN, 2_400)
        assert {init["post_info"]["title"] for init in sandbox.ledger(after=mark, event="init.accepted")} == {OWN}

    def test_is_given_up_for_a_persons_edit(
        self, alice: Caller, sandbox: Sandbox, clip: MediaAsset, accounts: list[Account]
    ) -> None:
        [_, own] = plan(alice, clip, accounts)
        open_upload(take(own))
        mark = sandbox.mark()
        body = compose_body(clip, *accounts) | {"cover_ms": 900}
        body["publications"][1]["own_caption"] = "Neue Worte"

        assert alice.put(f"/posts/{own.post_id}", body).status_code == 200

        assert run(own).state == State.PUBLISHED
        [post] = sandbox.ledger(after=mark, event="post.completed")
        sent = {init["publish_id"]: init["post_info"] for init in sandbox.ledger(after=mark, event="init.accepted")}
        final = sent[post["publish_id"]]
        assert (final["title"], final["video_cover_timestamp_ms"]) == ("Neue Worte", 900)

    def test_without_words_says_nothing(self, alice: Caller, clip: MediaAsset, accounts: list[Account]) -> None:
        [_, own] = plan(alice, clip, accounts)
        own.own_caption = ""

        assert freeze(own, clip)["post_info"]["title"] == ""

    def test_of_a_draft_has_the_words_to_be_copied_and_no_cover(
        self, alice: Caller, clip: MediaAsset, accounts: list[Account]
    ) -> None:
        [_, own] = plan(alice, clip, accounts, cover_ms=2_400)
        own.post_mode = "MEDIA_UPLOAD"

        frozen = freeze(own, clip)

        assert frozen["caption"] == OWN
        assert "post_info" not in frozen

    @pytest.mark.parametrize("mode", ["DIRECT_POST", "MEDIA_UPLOAD"])
    def test_of_photos_has_them_for_its_description(
        self, alice: Caller, clip: MediaAsset, accounts: list[Account], mode: str
    ) -> None:
        [_, own] = plan(alice, clip, accounts)
        own.post_mode, own.post.title = mode, "Three colours"

        info = freeze_photos(own, [])["post_info"]

        assert (info["title"], info["description"]) == ("Three colours", OWN)


class TestPhotos:
    def test_of_two_accounts_have_each_its_own_description(
        self,
        alice: Caller,
        sandbox: Sandbox,
        accounts: list[Account],
        live_server: LiveServer,
        tmp_path: Path,
    ) -> None:
        body = photo_body([upload_picture(alice, tmp_path, "teal")], *accounts)
        body["publications"][1]["own_caption"] = OWN
        mark = sandbox.mark()

        with fetched_from(sandbox, live_server.url):
            made = alice.post("/posts", body).json()["publications"]
            done = [go_on(Publication.objects.get(pk=one["id"])) for one in made]

        assert [one.state for one in done] == [State.PUBLISHED] * 2
        said = {init["handle"]: init["post_info"] for init in sandbox.ledger(after=mark, event="init.accepted")}
        assert said["studio.nord"]["description"] == "Teal, gold and plum #colours"
        assert said["quiet.room"]["description"] == OWN


class TestLookingForThemAtTikTok:
    def test_goes_by_what_was_sent_and_before_that_by_the_accounts_own_words(
        self, alice: Caller, clip: MediaAsset, accounts: list[Account]
    ) -> None:
        [shared, own] = plan(alice, clip, accounts)

        assert [_caption(one) for one in (shared, own)] == [SHARED, OWN]
        assert [fold(_wanted(one, timezone.now()).caption) for one in (shared, own)] == [SHARED, fold(OWN)]
        own.payload = freeze(own, clip)
        own.own_caption = "Something else"
        assert _caption(own) == OWN
        assert _wanted(own, timezone.now()).caption == OWN
