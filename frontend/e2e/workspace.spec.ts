import { callApi, expect, signUp, test } from "./support"

test("a workspace gets another name and clock, and the posting slots go by it", async ({ page }) => {
  await signUp(page)
  await page.goto("/settings")
  const publishing = page.locator("#publishing")
  await expect(publishing.getByText("Last sweep for posts that are due")).toBeVisible()
  await expect(publishing.getByText(/^(just now|\d+ seconds? ago)$/).first()).toBeVisible()
  await page.getByLabel("Workspace name").fill("Studio Süd")
  await page.getByLabel("Workspace time zone").selectOption("Asia/Tokyo")
  await page.getByRole("button", { name: "Save workspace" }).click()
  await expect(page.getByText("The workspace is saved.")).toBeVisible()
  await expect(page.getByRole("complementary")).toContainText("Studio Süd")

  const me = await callApi<{ time_zone: string; workspace: object }>(page, "GET", "/auth/me")
  expect(me).toMatchObject({
    time_zone: "Europe/Berlin",
    workspace: { name: "Studio Süd", time_zone: "Asia/Tokyo" },
  })
  await page.goto("/settings/audit")
  await expect(page.getByText(/set the workspace to “Studio Süd” on the clock of Asia\/Tokyo/)).toBeVisible()
})
