import { callApi, expect, signIn, test, uploadClip } from "./support"

type Account = { id: string; username: string }
type Media = { items: { id: string }[] }

const CAP = 15

test("a full day is seen in the composer, and one press finds the next free time", async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page)
  await page.goto("/compose")
  await uploadClip(page)
  const { items: media } = await callApi<Media>(page, "GET", "/media")
  const { items: accounts } = await callApi<{ items: Account[] }>(page, "GET", "/accounts")
  const account = accounts.find(({ username }) => username === "short.cuts")
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  for (let hour = 0; hour < CAP; hour += 1) {
    await callApi(page, "POST", "/posts", {
      kind: "video",
      caption: `Filling the day, ${hour}`,
      media_ids: media.slice(0, 1).map(({ id }) => id),
      timing: { mode: "at", local_time: `${day}T${String(hour + 6).padStart(2, "0")}:00`, time_zone: "UTC" },
      consent: true,
      publications: [{ account_id: account?.id, privacy_level: "SELF_ONLY" }],
    })
  }

  await page.getByRole("checkbox", { name: /Short Cuts/ }).click()
  await page.getByLabel("Day", { exact: true }).fill(day)
  await page.getByLabel("Time", { exact: true }).fill("18:00")
  await expect(page.getByText("none left that day")).toBeVisible()
  await page.getByRole("button", { name: /^Use / }).click()

  await expect(page.getByText(/about \d+ of 15 left that day/)).toBeVisible()
  await expect(page.getByLabel("Day", { exact: true })).not.toHaveValue(day)
})

test("an account and the workspace are paused and resumed, and every page says so", async ({ page }) => {
  await signIn(page)
  await page.goto("/accounts")
  await page.getByRole("button", { name: "Pause @solo.takes" }).click()
  await expect(page.getByText(/will wait when they come due|No post is scheduled/)).toBeVisible()
  await page.getByRole("button", { name: "Pause", exact: true }).click()
  const bar = page.getByRole("region", { name: "Paused" })
  await expect(bar).toContainText("@solo.takes is paused since")
  await page.goto("/settings")
  await page.getByRole("button", { name: "Pause publishing" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Pause publishing" }).click()
  await expect(bar).toContainText("Publishing is paused since")

  await page.goto("/")
  await bar.getByRole("button", { name: "Resume" }).click()
  await expect(bar).toContainText("@solo.takes is paused since")
  await bar.getByRole("button", { name: "Resume" }).click()

  await expect(bar).toHaveCount(0)
})
