import { describe, expect, it } from "vitest"
import { makePost, makePublication } from "@/testing/make-posts"
import { copyOf } from "./duplicate"

const ZONE = "Europe/Berlin"

describe("a copy of a post", () => {
  it("is a draft with its media, words and accounts, and nothing a person has to choose for each post", () => {
    const publications = [
      makePublication({
        allow_comment: true,
        disclosure: true,
        your_brand: true,
        is_aigc: true,
        own_caption: "Für uns",
        post_mode: "MEDIA_UPLOAD",
      }),
    ]
    const post = makePost({ cover_ms: 1_200, publications })

    const { body } = copyOf(post, ZONE, () => true)

    expect(body).toMatchObject({ caption: "Morning light", cover_ms: 1_200, consent: false })
    expect(body.timing).toMatchObject({ mode: "draft", local_time: "" })
    expect(body).toMatchObject({ media_ids: post.media.map(({ id }) => id) })
    expect(body.publications).toEqual([
      {
        account_id: "acc-nord",
        privacy_level: null,
        allow_comment: false,
        allow_duet: false,
        allow_stitch: false,
        disclosure: false,
        your_brand: false,
        branded_content: false,
        is_aigc: false,
        auto_add_music: false,
        post_mode: "MEDIA_UPLOAD",
        own_caption: "Für uns",
      },
    ])
  })

  it("leaves out accounts that are not connected any more", () => {
    expect(copyOf(makePost(), ZONE, () => false).body.publications).toEqual([])
  })
})
