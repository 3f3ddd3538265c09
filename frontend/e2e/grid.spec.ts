import type { Page } from "@playwright/test"
import { connect, freeAccounts, steer } from "./sandbox"
import { callApi, expect, signUp, test, uploadClip } from "./support"

type Account = { id: string; nickname: string; username: string }
type Post = { id: string; publications: { id: string; account: Account; state: string }[] }

let accounts: Account[] = []
let clip = ""

test.beforeEach(async ({ page }) => {
  test.setTimeout(240_000)
  const free = (await freeAccounts()).slice(0, 4)
  expect(free, "four free accounts at the sandbox").toHaveLength(4)
  await signUp(page)
  for (const { handle } of free) await connect(page, handle)
  accounts = (await callApi<{ items: Account[] }>(page, "GET", "/accounts")).items
  await page.goto("/compose")
  await uploadClip(page)
  clip = (await callApi<{ items: { id: string }[] }>(page, "GET", "/media")).items[0]?.id ?? ""
})

test.afterEach(async ({ page }) => {
  await steer("DELETE", "faults")
  await steer("PUT", "settings", { processing_seconds: 2 })
  for (const { id } of accounts) await callApi(page, "DELETE", `/accounts/${id}`)
})

/** Send the clip on some accounts, now or tomorrow. */
function send(page: Page, caption: string, on: Account[], timing: object = { mode: "now" }): Promise<Post> {
  return callApi<Post>(page, "POST", "/posts", {
    caption,
    media_ids: [clip],
    timing,
    consent: true,
    publications: on.map(({ id }) => ({ account_id: id, privacy_level: "SELF_ONLY" })),
  })
}

/** Have TikTok do one thing wrong for one account. */
function spoil(account: Account | undefined, fault: object): Promise<void> {
  return steer("POST", "faults", { handle: account?.username, times: 1, ...fault })
}

test("red, amber, green and grey cells say why, and each has the one button that helps", async ({ page }) => {
  const [red, green, amber, grey] = accounts as [Account, Account, Account, Account]
  await spoil(red, { kind: "processing_failed", path: "processing", options: { reason: "spam_risk" } })
  const refused = { code: "spam_risk_too_many_posts", status: 403 }
  await spoil(amber, { kind: "refused", path: "init", options: refused })
  await send(page, "One clip, three endings", [red, green, amber])
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  const later = { mode: "at", local_time: `${day}T18:00`, time_zone: "Europe/Berlin" }
  await send(page, "Waits for the weekend", [grey, green], later)

  await page.goto("/posts")
  await page.getByRole("link", { name: "Grid" }).click()
  const row = page.getByRole("row", { name: /One clip, three endings/ })
  const redCell = row.getByRole("button", { name: new RegExp(`^${red.nickname}: Failed\\. TikTok judged`) })
  await expect(redCell).toBeVisible({ timeout: 90_000 })
  const greenCell = row.getByRole("button", { name: `${green.nickname}: Published` })
  await expect(greenCell).toBeVisible({ timeout: 90_000 })
  const amberCell = row.getByRole("button", {
    name: new RegExp(`^${amber.nickname}: Held\\..*limit of posts`),
  })
  await expect(amberCell).toBeVisible({ timeout: 90_000 })

  const [first] = await sent(page, "One clip, three endings")
  await redCell.click()
  const panel = page.getByRole("region", { name: `${red.nickname}: One clip, three endings` })
  await expect(panel.getByText("TikTok judged this post risky and refused it.")).toBeVisible()
  await panel.getByRole("button", { name: "Try again" }).click()
  await expect(row.getByRole("button", { name: `${red.nickname}: Published` })).toBeVisible({
    timeout: 90_000,
  })

  await row.getByRole("button", { name: /^Retry 1 stopped/ }).click()
  await expect(row.getByRole("button", { name: `${amber.nickname}: Published` })).toBeVisible({
    timeout: 90_000,
  })
  const [second] = await sent(page, "One clip, three endings")
  expect(of(second, green), "what was published is not touched").toEqual(of(first, green))

  const waiting = page.getByRole("row", { name: /Waits for the weekend/ })
  await waiting.getByRole("button", { name: `${grey.nickname}: Scheduled` }).focus()
  const greyPanel = page.getByRole("region", { name: `${grey.nickname}: Waits for the weekend` })
  await expect(greyPanel.getByText(/^Goes out at 18:00, .+\.$/)).toBeVisible()
  await greyPanel.getByRole("button", { name: "Call it off" }).click()
  await expect(waiting.getByRole("button", { name: `${grey.nickname}: Cancelled` })).toBeVisible()
  await expect(waiting.getByRole("button", { name: `${green.nickname}: Scheduled` })).toBeVisible()

  await page.goto("/settings")
  await page.getByRole("link", { name: "Audit log" }).click()
  const log = page.getByRole("list", { name: "Audit log" })
  await expect(log.getByText(`called the post off on @${grey.username}`)).toBeVisible()
  await expect(log.getByText(`sent the post again on @${red.username}, after it had stopped`)).toBeVisible()
})

test("a person settles what nobody else can tell, with the link of the post", async ({ page }) => {
  const [account] = accounts as [Account]
  // TikTok's own word, by its webhook, comes only after this test.
  await steer("PUT", "settings", { processing_seconds: 200 })
  await spoil(account, {
    kind: "refused",
    path: "status",
    options: { code: "invalid_publish_id", status: 400 },
  })
  await send(page, "Is it there?", [account])
  await page.goto("/posts?view=grid")
  const row = page.getByRole("row", { name: /Is it there\?/ })
  await row
    .getByRole("button", { name: new RegExp(`^${account.nickname}: Needs you`) })
    .click({ timeout: 90_000 })
  const panel = page.getByRole("region", { name: `${account.nickname}: Is it there?` })

  await panel.getByLabel("Link of the post, if it is there").fill("https://vm.tiktok.com/ZMabcdef/")
  await panel.getByRole("button", { name: "It is on TikTok" }).click()
  await expect(panel.getByText(/This is a short link/)).toBeVisible()

  const link = `https://www.tiktok.com/@${account.username}/video/7512345678901234567`
  await panel.getByLabel("Link of the post, if it is there").fill(link)
  await panel.getByRole("button", { name: "It is on TikTok" }).click()
  await expect(row.getByRole("button", { name: `${account.nickname}: Published` })).toBeVisible()
  await expect(panel.getByRole("link", { name: /See it on TikTok/ })).toHaveAttribute(
    "href",
    /7512345678901234567/,
  )
})

async function sent(page: Page, caption: string): Promise<Post[]> {
  const { items } = await callApi<{ items: (Post & { caption: string })[] }>(page, "GET", "/posts")
  return items.filter((post) => post.caption === caption)
}

function of(post: Post | undefined, account: Account) {
  return post?.publications.find((one) => one.account.id === account.id)
}
