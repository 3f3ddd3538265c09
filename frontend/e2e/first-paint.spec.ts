import type { Page } from "@playwright/test"
import { pages } from "./pages"
import { callApi, demo, expect, signIn, test } from "./support"

/** The page before any script: what somebody reads whose browser has not run a line of ours yet. */
async function withoutScripts(page: Page, path: string, read: (plain: Page) => Promise<void>): Promise<void> {
  const storageState = await page.context().storageState()
  const reader = await page
    .context()
    .browser()
    ?.newContext({ javaScriptEnabled: false, storageState, locale: "de-AT" })
  if (!reader) throw new Error("There is no browser.")
  const plain = await reader.newPage()
  await plain.goto(path)
  await expect(plain.locator("html")).toHaveAttribute("data-locale", "de-AT")
  await read(plain)
  await reader.close()
}

/** The browser asks for none of these: they came with the page. Of what changed just before, it may ask once. */
async function expectAsksNothing(
  page: Page,
  path: string,
  title: string | RegExp,
  known: RegExp,
): Promise<void> {
  await expect(async () => expect(await askedAgain(page, path, title, known)).toEqual([])).toPass({
    intervals: [6_000],
    timeout: 30_000,
  })
}

/** Open a page and return which of these the browser asked for although they came with it. */
async function askedAgain(
  page: Page,
  path: string,
  title: string | RegExp,
  known: RegExp,
): Promise<string[]> {
  const asked: string[] = []
  const note = (request: { url: () => string }) => asked.push(new URL(request.url()).pathname)
  page.on("request", note)
  await page.goto(path, { waitUntil: "networkidle" })
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible()
  page.off("request", note)
  return asked.filter((one) => known.test(one))
}

const FRAME = "auth/me|accounts"

test("the first page comes with its data, in the reader's language, before any script", async ({ page }) => {
  await signIn(page)
  await withoutScripts(page, "/", async (plain) => {
    await expect(plain.getByText(/^(No|\d+) posts? today/)).toBeVisible()
    const growth = plain.getByRole("region", { name: "The last 7 days" })
    await expect(growth.getByText("Followers")).toBeVisible()
    await expect(plain.getByRole("region", { name: "TikTok" }).getByText(/account/)).toBeVisible()
  })
  const known = new RegExp(`^/api/v1/(${FRAME}|home|analytics/dashboard)$`)
  await expectAsksNothing(page, "/", "Home", known)
})

test("calendar and figures come with theirs, and a page that is turned to does not wait", async ({
  page,
}) => {
  await signIn(page)
  const { items } = await callApi<{ items: { id: string; nickname: string }[] }>(page, "GET", "/accounts")
  const account = items[0]
  if (!account) throw new Error("The demo has no account.")
  const figures = `/analytics/accounts/${account.id}`

  await withoutScripts(page, "/calendar", (plain) =>
    expect(plain.getByText(/^\d+ posts?(,| ·)/).first()).toBeVisible(),
  )
  await withoutScripts(page, "/analytics", (plain) =>
    expect(plain.getByText("Followers").first()).toBeVisible(),
  )
  await withoutScripts(page, figures, (plain) =>
    expect(plain.getByRole("heading", { level: 1 })).toContainText(account.nickname),
  )
  const known = new RegExp(
    `^/api/v1/(${FRAME}|calendar|analytics/dashboard|${figures.slice(1)}/(metrics|timeseries))$`,
  )
  await expectAsksNothing(page, "/calendar", "Calendar", known)
  await expectAsksNothing(page, "/analytics", "Analytics", known)
  await expectAsksNothing(page, figures, new RegExp(account.nickname), known)
  await expectAsksNothing(page, "/compose", "Compose", known)

  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).pathname))
  await page.getByRole("link", { name: "Calendar", exact: true }).first().click()
  await expect(page.getByRole("heading", { name: "Calendar", level: 1 })).toBeVisible()
  // The page itself came empty and at once; the browser asks for what it does not know.
  await expect.poll(() => asked).toContain("/api/v1/calendar")
})

test("what is typed before the page's script is there is neither lost nor sent by the browser alone", async ({
  page,
}) => {
  const script = Promise.withResolvers<void>()
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await script.promise
    await route.continue()
  })
  await page.goto("/sign-in", { waitUntil: "commit" })
  const { email, password } = demo()
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.keyboard.press("Enter")
  const button = page.getByRole("button", { name: "Sign in" })
  await button.click({ force: true })
  await expect(button).toBeDisabled()

  script.resolve()
  await expect(page).toHaveURL(/\/sign-in$/)
  await button.click()
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible()
})

const PAGES = [
  "/",
  "/calendar",
  "/calendar?view=week",
  "/calendar?view=day",
  "/calendar?view=agenda",
  "/accounts",
  "/analytics",
  "/posts",
  "/library",
  "/notifications",
  "/settings",
  "/compose",
]

test("what is drawn with a page stands in its place, none of it hidden behind the page", async ({ page }) => {
  await signIn(page)
  const behind: string[] = []
  const { "not-found": _, ...all } = pages
  for (const path of [...Object.values(all), "/compose", "/compose?kind=photo", "/compose?kind=slideshow"]) {
    const answer = await page.request.get(path, { headers: { accept: "text/html" } })
    expect(answer.status()).toBe(200)
    if (/<div hidden id="S:/.test(await answer.text())) behind.push(path)
  }
  expect(behind).toEqual([])
})

test("the composer takes over the very fields it came with, and keeps them", async ({ page }) => {
  await signIn(page)
  const script = Promise.withResolvers<void>()
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await script.promise
    await route.continue()
  })
  await page.goto("/compose", { waitUntil: "commit" })
  await expect(page.getByLabel("Day")).toHaveCount(1)
  await expect(page.getByRole("checkbox", { name: "Quiet Room" })).toBeVisible()
  await page.evaluate(() => {
    for (const field of document.querySelectorAll<HTMLElement>("form :is(input, textarea, button)"))
      field.dataset.came = ""
  })
  const came = page.locator("form [data-came]")
  const count = await came.count()
  expect(count).toBeGreaterThan(10)

  script.resolve()
  await page.getByLabel("Caption").fill("Typed as soon as it was there") // the first it takes
  await expect(page.getByLabel("Day")).toHaveCount(1)
  await expect(came).toHaveCount(count)
})

/** Have the browser's clock go wrong by so many milliseconds. */
function setClockOff(by: number): void {
  const RealDate = Date
  const now = () => RealDate.now() + by
  window.Date = new Proxy(RealDate, {
    construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [now()]),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  })
}

test("a page is taken over as it was drawn where the browser's clock is a day off", async ({ page }) => {
  test.setTimeout(10_000 * PAGES.length)
  await signIn(page)
  const { items: accounts } = await callApi<{ items: { id: string }[] }>(page, "GET", "/accounts")
  const { items: posts } = await callApi<{ items: { id: string }[] }>(page, "GET", "/posts?limit=2")
  await page.addInitScript(setClockOff, 25 * 3_600_000)
  const own = [
    ...accounts.slice(0, 1).map(({ id }) => `/analytics/accounts/${id}`),
    ...posts.map(({ id }) => `/posts/${id}`),
  ]
  // A page that is drawn anew complains of it, and that fails the test.
  for (const path of [...PAGES, ...own]) await page.goto(path, { waitUntil: "networkidle" })
  expect(await page.evaluate(() => Date.now())).toBeGreaterThan(Date.now() + 24 * 3_600_000)
})
