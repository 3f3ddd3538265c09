import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import type { AuditEntry } from "@/lib/api/types"
import { fakeApi, refusal } from "@/testing/fake-api"
import { renderApp } from "@/testing/render"
import { AuditScreen } from "./audit-screen"

const entry: AuditEntry = {
  id: "1",
  at: "2026-11-24T17:00:00Z",
  actor: "nora@studio.example",
  action: "publication.sent_again",
  subject_kind: "publication",
  subject_id: "pub",
  sentence: "sent the post again on @studio.nord, after the warning that it may already be there",
  post_id: "post",
}

describe("the audit log", () => {
  it("says who did what, to the second, and leads to the post", async () => {
    const deleted = { ...entry, id: "2", action: "post.deleted", sentence: "deleted the post “Evening”" }
    fakeApi({ "GET /api/v1/audit": { items: [entry, deleted], next_cursor: null } })
    renderApp(<AuditScreen zone="Europe/Berlin" />)

    const [first, second] = within(await screen.findByRole("list", { name: "Audit log" })).getAllByRole(
      "listitem",
    )
    expect(first).toHaveTextContent(/18:00:00|6:00:00/)
    expect(first).toHaveTextContent("nora@studio.example sent the post again on @studio.nord")
    expect(within(first as HTMLElement).getByRole("link")).toHaveAttribute("href", "/posts/post")
    expect(within(second as HTMLElement).queryByRole("link")).toBeNull()
  })

  it("says why it is not shown to everybody", async () => {
    const sentence = "Only owners and admins of this workspace may do this. Ask one of them."
    fakeApi({ "GET /api/v1/audit": () => refusal(403, "not_allowed", sentence) })
    renderApp(<AuditScreen zone="UTC" />)

    expect(await screen.findByRole("alert")).toHaveTextContent(sentence)
  })
})
