import { connect, disconnectAll, freeAccounts, steer } from "./sandbox"
import { expect, sandboxUrl, scrollThrough, signUp, test } from "./support"

const CAPTION = "Made on the phone #carillon"

/** Have an account's owner post in TikTok's own app; return how to take it down again. */
async function postOnThePhone(handle: string): Promise<() => Promise<void>> {
  const answer = await fetch(`${sandboxUrl()}/sandbox/api/accounts/${handle}/posts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ caption: CAPTION }),
  })
  expect(answer.status).toBe(201)
  const { post_id } = (await answer.json()) as { post_id: string }
  return () => steer("DELETE", `posts/${post_id}`)
}

test("an account's figures are looked at, refreshed and followed down to one post", async ({ page }) => {
  test.setTimeout(180_000)
  const account = (await freeAccounts())[0]
  const handle = account?.handle ?? ""
  const takeDown = await postOnThePhone(handle)
  await signUp(page)
  await connect(page, handle)

  try {
    await page.getByRole("link", { name: "Analytics" }).click()
    await expect(page.getByRole("heading", { name: "Accounts" })).toBeVisible()
    await scrollThrough(page)
    const table = page.getByRole("table", { name: "Accounts" })
    await table.getByRole("link", { name: account?.nickname ?? "" }).click()
    await expect(page.getByRole("heading", { name: new RegExp(handle) })).toBeVisible()

    // A look that came by itself just now is answered in words: then it is asked again when those say.
    await expect(async () => {
      await page.getByRole("button", { name: /^Refresh/ }).click({ timeout: 5_000 })
      await expect(page.getByText(/is up to date: \d+ posts? read\.$/)).toBeVisible({ timeout: 15_000 })
    }).toPass({ timeout: 120_000, intervals: [10_000] })

    await expect(page.getByText(/^Updated just now/)).toBeVisible()
    await scrollThrough(page)
    await page.getByRole("table", { name: "Posts" }).getByRole("link", { name: CAPTION }).click()
    await expect(page.getByRole("region", { name: "Growth" })).toBeVisible()
    await expect(page.getByLabel("The post in figures")).toContainText("Views")
    await expect(page.getByRole("region", { name: "Score" })).toContainText(
      /A score needs the figures of the first hour/,
    )

    await page.goto("/analytics?range=7d")
    await expect(page.getByRole("link", { name: "7 days" })).toHaveAttribute("aria-current", "true")
  } finally {
    await disconnectAll(page)
    await takeDown()
  }
})
