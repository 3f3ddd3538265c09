import { connect, freeAccounts, ledgerAfter } from "./sandbox"
import { callApi, expect, signUp, test, uploadClip } from "./support"

type Listed = { items: { id: string; username: string }[] }

test("an account is disconnected with a look at what that holds, connected again, and goes on", async ({
  page,
}) => {
  test.setTimeout(240_000)
  const [free] = await freeAccounts()
  if (!free) throw new Error("no account at the sandbox is free")
  const before = (await ledgerAfter(0)).at(-1)?.seq ?? 0
  await signUp(page)
  await connect(page, free.handle)
  const [account] = (await callApi<Listed>(page, "GET", "/accounts")).items
  await page.goto("/compose")
  await uploadClip(page)
  const [clip] = (await callApi<{ items: { id: string }[] }>(page, "GET", "/media")).items
  const post = await callApi<{ id: string }>(page, "POST", "/posts", {
    caption: "Rings after a pause",
    media_ids: [clip?.id],
    timing: { mode: "at", local_time: inDays(3), time_zone: "Europe/Berlin" },
    consent: true,
    publications: [{ account_id: account?.id, privacy_level: "SELF_ONLY" }],
  })

  await page.goto("/accounts")
  const row = page.getByRole("row", { name: new RegExp(free.nickname) })
  await row.getByRole("button", { name: `Disconnect @${free.handle}` }).click()
  const dialog = page.getByRole("dialog", { name: `Disconnect @${free.handle}?` })
  await expect(dialog.getByText(/^1 scheduled post will be held\./)).toBeVisible()
  await expect(dialog.getByRole("link", { name: "Rings after a pause" })).toBeVisible()
  await dialog.getByRole("button", { name: "Disconnect" }).click()
  await expect(page.getByText(`@${free.handle} is disconnected. 1 scheduled post held.`)).toBeVisible()

  await page.goto("/")
  const waiting = page.getByRole("region", { name: "Needs you" })
  await expect(waiting.getByRole("link", { name: "Rings after a pause" })).toBeVisible()

  await page.goto("/accounts")
  await page.getByRole("main").getByRole("button", { name: "Connect a TikTok account" }).first().click()
  await page.getByRole("radio", { name: new RegExp(free.handle.replace(".", "\\.")) }).check()
  await page.getByRole("button", { name: "Allow" }).click()
  await expect(page.getByText(`@${free.handle} is connected.`)).toBeVisible()
  await page.goto(`/posts/${post.id}`)
  await expect(page.getByText(/^Scheduled/).first()).toBeVisible()

  await callApi(page, "DELETE", `/posts/${post.id}`)
  const sent = (await ledgerAfter(before)).filter(
    ({ event, handle }) => event === "init.accepted" && handle === free.handle,
  )
  expect(sent, "sessions opened meanwhile").toEqual([])
  const [again] = (await callApi<Listed>(page, "GET", "/accounts")).items
  await callApi(page, "DELETE", `/accounts/${again?.id}`)
})

function inDays(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T18:00`
}
