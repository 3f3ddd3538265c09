import { drawClip } from "./draw-clip"
import { connect, freeAccounts } from "./sandbox"
import { chooseVideo, expect, optionsOf, signUp, test } from "./support"

/** Five seconds that TikTok refuses twice: 15 frames a second, 300 pixels wide. */
const drawBadClip = () => drawClip({ name: "old-phone.mp4", seconds: 5, width: 300, height: 534, rate: 15 })

test("a clip TikTok would refuse says so, is fixed with a click, and is scheduled", async ({ page }) => {
  test.setTimeout(180_000)
  await signUp(page)
  const [account] = await freeAccounts()
  if (!account) throw new Error("The sandbox has no free account left")
  await connect(page, account.handle)
  await page.goto("/compose")
  await chooseVideo(page, drawBadClip())
  const doctor = page.getByRole("region", { name: "What TikTok will say to this file" })
  await expect(doctor.getByText("this video has 300 × 534.")).toBeVisible({ timeout: 60_000 })
  await expect(doctor.getByText("this video has 15.")).toBeVisible()
  await page.getByLabel("Caption").fill("Mended on the way")
  await page.getByRole("checkbox", { name: account.nickname }).check()
  const options = await optionsOf(page, account.nickname)
  await options.getByLabel("Who can see this post").selectOption("Only me")

  await page.getByRole("button", { name: /^Schedule on 1 account/ }).click()
  await expect(
    page
      .getByRole("alert")
      .filter({ hasText: /this video has/ })
      .first(),
  ).toBeVisible()

  await doctor.getByRole("button", { name: "Fix it" }).click()
  await expect(page.getByText("old-phone (fixed).mp4")).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText("0:05 · 360 × 640")).toBeVisible()
  await expect(doctor).toHaveCount(0)
  await page.getByRole("button", { name: /^Schedule on 1 account/ }).click()
  await page.waitForURL(/\/posts\/[0-9a-f-]+$/)

  await page.goto("/library")
  const tile = page.getByRole("listitem").filter({ hasText: "old-phone.mp4" }).first()
  await tile.getByText("TikTok will refuse it").click()
  await expect(tile.getByRole("link", { name: "old-phone (fixed).mp4" })).toBeVisible()
})
