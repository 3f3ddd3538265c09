import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { freeAccounts, type LedgerEntry, ledgerAfter, type SandboxAccount, steer } from "./sandbox"
import { CLIP, expect, nextMinute, optionsOf, signUp, test, uploadClip, wallClock } from "./support"

test("a post goes out on two accounts, at its time, once", async ({ page }) => {
  test.setTimeout(300_000)
  const before = (await ledgerAfter(0)).at(-1)?.seq ?? 0
  const accounts = (await freeAccounts()).slice(0, 2)
  expect(accounts, "two free accounts at the sandbox").toHaveLength(2)

  // Long enough for a person, and this test, to see it on its way.
  await steer("PUT", "settings", { processing_seconds: 6 })
  await signUp(page)
  for (const account of accounts) await connectByHand(page, account)
  const due = await compose(page, accounts)
  await watchItGoOut(page)
  await readItsHistory(page, accounts)
  await checkLedger(await ledgerAfter(before), accounts, due)
})

async function connectByHand(page: Page, { handle, nickname }: SandboxAccount): Promise<void> {
  await page.goto("/accounts")
  await page.getByRole("main").getByRole("button", { name: "Connect a TikTok account" }).first().click()
  await page.getByRole("radio", { name: new RegExp(handle.replace(".", "\\.")) }).check()
  await page.getByRole("button", { name: "Allow" }).click()
  await expect(page.getByText(`@${handle} is connected.`)).toBeVisible()
  await expect(page.getByRole("row", { name: new RegExp(nickname) }).getByText("Connected")).toBeVisible()
}

/** Fill the composer in for both accounts, each in its own way; return the due time. */
async function compose(page: Page, accounts: SandboxAccount[]): Promise<number> {
  await page.getByRole("link", { name: "Compose" }).first().click()
  await uploadClip(page)
  await page.getByLabel("Caption").fill("Two bells, one key 🔔 #carillon")
  for (const { nickname } of accounts) await page.getByRole("checkbox", { name: nickname }).check()
  const [first, second] = [
    await optionsOf(page, accounts[0]?.nickname ?? ""),
    await optionsOf(page, accounts[1]?.nickname ?? ""),
  ]
  await first.getByLabel("Who can see this post").selectOption("Everyone")
  await first.getByRole("checkbox", { name: "Comment" }).check()
  await second.getByLabel("Who can see this post").selectOption("Friends who follow each other")
  await second.getByRole("switch", { name: "Disclose commercial content" }).check()
  await second.getByLabel("Your brand").check()

  const due = nextMinute(30_000)
  const [day = "", time = ""] = wallClock(due)
  await page.getByLabel("Day").fill(day)
  await page.getByLabel("Time", { exact: true }).fill(time)
  await page.getByRole("button", { name: new RegExp(`^Schedule on 2 accounts, .*${time} Berlin$`) }).click()
  await expect(page.getByText(/It can take a few minutes before a post/)).toBeVisible()
  expect(Date.now()).toBeLessThan(due)
  return due
}

/** In the list, without touching it: scheduled, then on its way, then published. */
async function watchItGoOut(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Posts" }).click()
  const row = page.getByRole("row", { name: /Two bells, one key/ })
  await expect(row.getByText("Scheduled", { exact: true })).toBeVisible()
  await expect(row.getByText("Publishing", { exact: true })).toBeVisible({ timeout: 150_000 })
  await expect(row.getByText("Published", { exact: true })).toBeVisible({ timeout: 90_000 })
}

async function readItsHistory(page: Page, accounts: SandboxAccount[]): Promise<void> {
  await page.getByRole("link", { name: /Two bells, one key/ }).click()
  for (const { nickname, handle } of accounts) {
    const card = page.getByRole("region", { name: nickname })
    await expect(card.getByText(new RegExp(`^Published on @${handle} at `))).toBeVisible()
    const history = card.getByRole("list", { name: "History" })
    for (const line of [
      "Scheduled",
      "Asked TikTok for an upload",
      "TikTok has the whole video",
      "TikTok published it",
    ]) {
      await expect(history.getByText(line).first()).toBeVisible()
    }
  }
  // Of the public post TikTok tells the address, some time later; the other one is for friends.
  const link = page.getByRole("link", { name: /See it on TikTok/ })
  await expect(link).toHaveAttribute("href", new RegExp(accounts[0]?.handle ?? ""), { timeout: 60_000 })
}

/** The sandbox is the judge: what it accepted, how often, when, and which bytes. */
async function checkLedger(entries: LedgerEntry[], accounts: SandboxAccount[], due: number): Promise<void> {
  const sha = createHash("sha256")
    .update(await readFile(CLIP))
    .digest("hex")
  for (const { handle } of accounts) {
    const inits = entries.filter((entry) => entry.event === "init.accepted" && entry.handle === handle)
    const posts = entries.filter((entry) => entry.event === "post.completed" && entry.handle === handle)
    expect(inits, `sessions opened for ${handle}`).toHaveLength(1)
    expect(posts, `posts on ${handle}`).toHaveLength(1)
    const late = Date.parse(inits[0]?.at ?? "") - due
    console.log(`@${handle}: first init ${late} ms after its time`)
    expect(late, "milliseconds after the due time").toBeGreaterThanOrEqual(0)
    expect(late, "milliseconds after the due time").toBeLessThanOrEqual(1_000)
    const uploads = entries.filter(
      ({ event, publish_id }) => event === "upload.complete" && publish_id === inits[0]?.publish_id,
    )
    expect(uploads.map(({ sha256 }) => sha256)).toEqual([sha])
  }
}
