import { expect, signIn, test } from "./support"

test("a TikTok app is added, tried, chosen for connecting, and removed", async ({ page }) => {
  await signIn(page)
  await page.goto("/settings")
  await page.getByRole("link", { name: "TikTok apps" }).click()
  const own = page.getByRole("article", { name: "This server's app" })
  await own.getByRole("button", { name: "Test key and secret" }).click()
  await expect(own.getByText("the key and the secret are right")).toBeVisible()

  await page.getByRole("button", { name: "Add a TikTok app" }).click()
  const form = page.getByRole("form", { name: "Add a TikTok app" })
  await form.getByLabel("Name", { exact: true }).fill("Northwind")
  await form.getByLabel("Client key").fill(`aw${Date.now()}`)
  await form.getByLabel("Client secret").fill("not-the-right-one")
  await form.getByRole("button", { name: "Add the app" }).click()
  const added = page.getByRole("article", { name: "Northwind" })
  await expect(added.getByText("Not audited")).toBeVisible()

  await page.goto("/accounts")
  await page.getByRole("button", { name: "Connect a TikTok account" }).click()
  const dialog = page.getByRole("dialog", { name: "Connect by which TikTok app?" })
  await expect(dialog.getByRole("button", { name: /Northwind/ })).toBeVisible()
  await dialog.getByRole("button", { name: "Close" }).click()

  await page.goto("/settings/tiktok-apps")
  await added.getByRole("button", { name: "Test key and secret" }).click()
  await expect(added.getByRole("alert")).toContainText("TikTok does not know this pair")
  await added.getByRole("button", { name: "Remove" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click()
  await expect(added).toHaveCount(0)
})
