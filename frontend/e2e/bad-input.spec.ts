import { connect } from "./sandbox"
import {
  CLIP,
  callApi,
  chooseVideo,
  demo,
  expect,
  fillSignIn,
  optionsOf,
  signIn,
  test,
  uploadClip,
} from "./support"

test("a wrong password is said, and nothing typed is lost", async ({ page }) => {
  await page.goto("/sign-in")
  await fillSignIn(page, { email: demo().email, password: "not my password" })

  await expect(page.getByRole("main").getByRole("alert")).toBeVisible()
  await expect(page.getByLabel("E-mail")).toHaveValue(demo().email)
  expect(page.url()).not.toContain("password")
})

test.describe("in the composer", () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page)
    await page.goto("/compose")
    await page.getByLabel("Caption").fill("Kept whatever happens")
  })
  test.afterEach(async ({ page }) => {
    await expect(page.getByLabel("Caption")).toHaveValue(/Kept whatever happens/)
  })

  test("a file that is not a video is refused where it was chosen", async ({ page }) => {
    const buffer = Buffer.from("These are notes, not a film.\n".repeat(200))
    await chooseVideo(page, { name: "notes.mp4", mimeType: "video/mp4", buffer })

    await expect(page.getByRole("main").getByRole("alert")).toContainText(/notes\.mp4/)
    await expect(page.getByLabel("Choose a video")).toBeAttached()
  })

  test("an empty file is refused at once", async ({ page }) => {
    const buffer = Buffer.alloc(0)
    await chooseVideo(page, { name: "empty.mp4", mimeType: "video/mp4", buffer })

    await expect(page.getByText(/empty\.mp4 is empty \(0 bytes\)/)).toBeVisible()
  })

  test("a lost connection is waited out, and the upload goes on", async ({ page }) => {
    let cuts = 0
    await page.route("**/api/v1/media/uploads/*", (route) => {
      if (route.request().method() !== "PATCH" || cuts > 0) return route.continue()
      cuts += 1
      return route.abort("connectionreset")
    })
    await chooseVideo(page, CLIP)

    await expect(page.getByText(/connection is lost/)).toBeVisible()
    await expect(page.getByText("0:05 · 1280 × 720")).toBeVisible({ timeout: 30_000 })
    expect(cuts).toBe(1)
  })

  test("a part that is slow to come is waited for in its place", async ({ page }) => {
    const part = Promise.withResolvers<void>()
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await part.promise
      await route.continue()
    })
    const photos = page.getByRole("radio", { name: "Photos" })
    await photos.click()
    await expect(photos).toBeChecked()
    await expect(page.getByLabel("Choose a video")).toHaveCount(0)
    await expect(page.getByLabel("Choose photos")).toHaveCount(0)

    part.resolve()
    await expect(page.getByLabel("Choose photos")).toBeAttached()
    await expect(page.getByLabel("Title")).toBeVisible()
  })

  test("a caption that is too long is counted and refused at its field", async ({ page }) => {
    await page.getByLabel("Caption").fill(`Kept whatever happens ${"🔔".repeat(1_100)}`)
    await page.getByRole("radio", { name: /keep as a draft/ }).check()
    await page.getByRole("button", { name: "Save draft" }).click()

    await expect(page.getByText("The caption is 22 characters too long.")).toBeVisible()
  })

  test("a time that has passed is refused at its field", async ({ page }) => {
    await page.getByLabel("Day").fill("2026-01-05")
    await page.getByRole("button", { name: /^Schedule/ }).click()

    await expect(page.getByText(/This time has passed/)).toBeVisible()
    await expect(page.getByText("Choose the video this post is to show.")).toBeVisible()
    await expect(page.getByText("Choose at least one account.")).toBeVisible()
  })

  test("an account that was disconnected meanwhile is named, and the rest is kept", async ({ page }) => {
    await uploadClip(page)
    await page.getByRole("checkbox", { name: "Quiet Room" }).check()
    const block = await optionsOf(page, "Quiet Room")
    await block.getByLabel("Who can see this post").selectOption("Only me")
    const { items } = await callApi<{ items: { id: string; username: string }[] }>(
      page,
      "GET",
      "/accounts?q=quiet",
    )
    await callApi(page, "DELETE", `/accounts/${items[0]?.id}`)
    try {
      await page.getByRole("button", { name: /^Schedule on 1 account/ }).click()
      await expect(
        page
          .getByText(/disconnected|connect/i)
          .and(page.getByRole("alert"))
          .first(),
      ).toBeVisible()
    } finally {
      await connect(page, "quiet.room")
    }
  })

  test("a session that ended is renewed in place, over what was typed", async ({ page, context }) => {
    await page.getByRole("radio", { name: /keep as a draft/ }).check()
    await context.clearCookies({ name: /carillon$/ })
    await page.getByRole("button", { name: "Save draft" }).click()

    const dialog = page.getByRole("dialog", { name: "Sign in again" })
    await expect(dialog).toBeVisible()
    await fillSignIn(page, { password: demo().password })
    await expect(dialog).toBeHidden()
    await expect(page.getByLabel("Caption")).toHaveValue("Kept whatever happens")
  })

  test("a session that ended before a reload leads back to what was typed", async ({ page, context }) => {
    await context.clearCookies({ name: /carillon$/ })
    await page.reload()

    await expect(page).toHaveURL(/\/sign-in\?next=%2Fcompose$/)
    await fillSignIn(page, demo())
    await expect(page).toHaveURL(/\/compose$/)
  })
})

test.describe("coming back from TikTok", () => {
  test.beforeEach(({ page }) => signIn(page))

  test("with a stale state is said, with another try", async ({ page }) => {
    await page.goto("/accounts/connect/callback?state=long-gone&code=abc")

    await expect(page.getByText("oauth_state_stale")).toBeVisible()
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible()
  })

  test("after refusing there is said", async ({ page }) => {
    await page.goto("/accounts")
    await page.getByRole("button", { name: "Connect a TikTok account" }).click()
    await page.getByRole("button", { name: "Refuse" }).click()

    await expect(page.getByText("oauth_refused")).toBeVisible()
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible()
  })
})
