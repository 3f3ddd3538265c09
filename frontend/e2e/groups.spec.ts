import type { Page } from "@playwright/test"
import { connect, disconnectAll, freeAccounts } from "./sandbox"
import { callApi, expect, signUp, test } from "./support"

test("accounts are put into a group, found by it, and chosen by it for a post", async ({ page }) => {
  test.setTimeout(240_000)
  const [first, second, third] = await freeAccounts()
  if (!first || !second || !third) throw new Error("no three free accounts at the sandbox")
  await signUp(page)
  for (const { handle } of [first, second, third]) await connect(page, handle)
  const row = ({ nickname }: typeof first) => page.getByRole("row", { name: new RegExp(nickname) })

  await page.goto("/accounts")
  await makeGroup(page, "Brand DE", [first.nickname, second.nickname])
  for (const one of [first, second])
    await expect(row(one).getByRole("link", { name: "Brand DE" })).toBeVisible()
  await expect(row(third).getByRole("list", { name: "Groups" })).toHaveCount(0)

  await page.getByRole("combobox", { name: "Group" }).selectOption("Brand DE")
  await expect(page).toHaveURL(/\/accounts\?group=/)
  await expect(row(third)).toHaveCount(0)
  await expect(row(first)).toBeVisible()
  await expect(row(second)).toBeVisible()
  await page.reload()
  await expect(row(second)).toBeVisible()
  await expect(row(third)).toHaveCount(0)

  await page.goto("/compose")
  await page.getByRole("button", { name: /^Brand DE/ }).click()
  for (const { nickname } of [first, second]) {
    await expect(page.getByRole("checkbox", { name: nickname })).toBeChecked()
    await expect(page.getByRole("region", { name: `Options for ${nickname}` })).toBeVisible()
  }
  await expect(page.getByRole("checkbox", { name: third.nickname })).not.toBeChecked()

  await page.goto("/calendar")
  await page.getByRole("combobox", { name: "Account" }).selectOption("Brand DE")
  await expect(page).toHaveURL(/group=/)

  await page.keyboard.press("Control+k")
  await page.getByRole("combobox", { name: /^Find a page/ }).fill("brand d")
  const found = page.getByRole("group", { name: "Groups" })
  await found.getByRole("option", { name: /Brand DE/ }).click()
  await expect(page).toHaveURL(/\/accounts\?group=/)

  await page.getByRole("button", { name: "Groups", exact: true }).click()
  await page.getByRole("button", { name: "Delete Brand DE" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click()
  await expect(page.getByText("The group “Brand DE” is deleted.")).toBeVisible()
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click()
  expect(await callApi<unknown[]>(page, "GET", "/account-groups")).toEqual([])
  await disconnectAll(page)
})

async function makeGroup(page: Page, name: string, nicknames: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "Groups", exact: true }).click()
  await page.getByRole("button", { name: "New group" }).click()
  const form = page.getByRole("dialog", { name: "New group of accounts" })
  await form.getByLabel("Name").fill(name)
  for (const nickname of nicknames) await form.getByRole("checkbox", { name: nickname }).check()
  await form.getByRole("button", { name: "Save group" }).click()
  await expect(page.getByText(`“${name}” has ${nicknames.length} accounts.`)).toBeVisible()
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click()
}
