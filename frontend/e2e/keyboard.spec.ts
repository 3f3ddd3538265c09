import type { FileChooser, Locator, Page } from "@playwright/test"
import { CLIP, callApi, demo, expect, optionsOf, test } from "./support"

const MOST_TABS = 120
const MOST_PRESSES = 3

/** Press Tab until it has the focus, as somebody without a mouse does; it must show that it has. */
async function tabTo(page: Page, to: Locator): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) {
      expect(await to.evaluate((element) => element.matches(":focus-visible"))).toBe(true)
      return
    }
    await page.keyboard.press("Tab")
  }
  throw new Error(`${to} was not reached by ${MOST_TABS} tabs`)
}

/**
 * Open a file input's dialog by Enter. Where the machine is busy, Chromium now and then opens none, and a person presses
 * again; that the input keeps the focus meanwhile is ours.
 */
async function chooseByKey(page: Page, input: Locator): Promise<FileChooser> {
  for (let pressed = 0; pressed < MOST_PRESSES; pressed += 1) {
    await expect(input).toBeFocused()
    const chooser = page.waitForEvent("filechooser", { timeout: 10_000 }).catch(() => null)
    await page.keyboard.press("Enter")
    const opened = await chooser
    if (opened) return opened
  }
  throw new Error(`No dialog was opened by ${MOST_PRESSES} presses of Enter.`)
}

async function signInByKeys(page: Page): Promise<void> {
  const { email, password } = demo()
  await page.goto("/sign-in")
  await tabTo(page, page.getByLabel("E-mail"))
  await page.keyboard.type(email)
  await tabTo(page, page.getByLabel("Password", { exact: true }))
  await page.keyboard.type(password)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible()
  // Written once the page hears keys: a page that has only been drawn does not hear them yet.
  await expect(page.getByText(/^(Ctrl K|⌘K)$/)).toBeVisible()
}

test("a post is composed and scheduled without a mouse", async ({ page }) => {
  test.setTimeout(180_000)
  await signInByKeys(page)
  await page.keyboard.press("c")
  await expect(page.getByRole("heading", { name: "Compose" })).toBeVisible()

  const file = page.getByLabel("Choose a video")
  await expect(file).toBeAttached()
  await tabTo(page, file)
  await (await chooseByKey(page, file)).setFiles(CLIP)
  await expect(page.getByText("0:05 · 1280 × 720")).toBeVisible({ timeout: 30_000 })

  await tabTo(page, page.getByLabel("Caption"))
  await page.keyboard.type("By keys alone #keys")
  await tabTo(page, page.getByRole("checkbox", { name: "Studio Nord" }))
  await page.keyboard.press("Space")
  const block = await optionsOf(page, "Studio Nord")
  const privacy = block.getByLabel("Who can see this post")
  await tabTo(page, privacy)
  await page.keyboard.press("ArrowDown")
  await expect(privacy).toHaveValue("PUBLIC_TO_EVERYONE")
  await tabTo(page, block.getByRole("checkbox", { name: "Comment" }))
  await page.keyboard.press("Space")
  await expect(block.getByRole("checkbox", { name: "Comment" })).toBeChecked()

  const submit = page.getByRole("button", { name: /^Schedule on 1 account, / })
  await tabTo(page, submit)
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/posts\/[0-9a-f-]+$/)
  await expect(page.getByText(/^Scheduled/).first()).toBeVisible()

  await page.keyboard.press("g")
  await page.keyboard.press("p")
  await expect(page.getByRole("row", { name: /By keys alone/ })).toBeVisible()
  const { items } = await callApi<{ items: { id: string }[] }>(page, "GET", "/posts?q=by%20keys%20alone")
  await callApi(page, "DELETE", `/posts/${items[0]?.id}`)
})

test("a page, an account and a post are found by a few letters", async ({ page }) => {
  await signInByKeys(page)
  await page.keyboard.press("Control+k")
  const input = page.getByRole("combobox", { name: /^Find a page/ })
  await expect(input).toBeFocused()
  await page.keyboard.type("quiet")
  await expect(page.getByRole("option", { name: /Quiet Room/ })).toBeVisible()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\/analytics\/accounts\//)
  await expect(page.getByRole("heading", { name: /Quiet Room/ })).toBeVisible()

  await page.keyboard.press("?")
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByRole("dialog")).toHaveCount(0)
})
