import { describe, expect, it } from "vitest"
import { makeImportItem } from "@/testing/make-import"
import { makeCreatorInfo } from "@/testing/makers"
import { accountsToAsk, count, judge } from "./judge"

const item = makeImportItem()
const id = item.accounts[0]?.account.id ?? ""
const told = (part: Parameters<typeof makeCreatorInfo>[0]) => ({
  [id]: makeCreatorInfo({ account_id: id, ...part }),
})
const problemsOf = (row: typeof item, part: Parameters<typeof makeCreatorInfo>[0]) =>
  judge([row], told(part)).flatMap(({ problems }) => problems.map(({ column, message }) => [column, message]))

describe("what TikTok says of the accounts", () => {
  it("is asked about those alone on which something goes out directly", () => {
    const inbox = makeImportItem({
      accounts: item.accounts.map((one) => ({ ...one, post_mode: "MEDIA_UPLOAD" })),
    })

    expect(accountsToAsk([item, item, makeImportItem({ outcome: "draft" }), inbox])).toEqual([id])
    expect(accountsToAsk([inbox, makeImportItem({ outcome: "refused" })])).toEqual([])
    expect(judge([inbox], told({ can_post: false }))[0]?.outcome).toBe("scheduled")
  })

  it("leaves a row as it is while nothing stands in its way", () => {
    expect(judge([item], {})).toEqual([{ ...item, isLeftToTikTok: false }])
    expect(judge([item], told({}))[0]?.outcome).toBe("scheduled")
  })

  it("is a problem where the privacy is not offered", () => {
    expect(problemsOf(item, { privacy_level_options: ["SELF_ONLY", "FOLLOWER_OF_CREATOR"] })).toEqual([
      [
        "privacy",
        expect.stringMatching(/does not offer “Everyone” on @.*\. It offers Only me, Followers\.$/),
      ],
    ])
  })

  it("is a problem where an interaction is turned off", () => {
    const row = makeImportItem({ allow_comment: true, allow_duet: true, allow_stitch: false })

    expect(problemsOf(row, { comment_disabled: true, stitch_disabled: true })).toEqual([
      ["comment", expect.stringMatching(/^Turned off in the TikTok settings of @.*Write no\.$/)],
    ])
  })

  it("is a problem where the account cannot post, or not so long", () => {
    expect(problemsOf(item, { can_post: false })).toEqual([
      ["accounts", expect.stringMatching(/cannot post at the moment. Try again later, or take it out.$/)],
    ])
    expect(problemsOf(item, { max_video_post_duration_ms: 3_000 })).toEqual([
      ["media", expect.stringMatching(/^The video has 5 seconds/)],
    ])
  })

  it("counts what is left", () => {
    const rows = judge([item, makeImportItem({ line: 3, outcome: "draft" })], told({ can_post: false }))

    expect(count(rows)).toEqual({ scheduled: 0, drafts: 1, repeated: 0, refused: 1 })
    expect(rows.map(({ isLeftToTikTok }) => isLeftToTikTok)).toEqual([true, false])
  })
})
