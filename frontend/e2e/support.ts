import { test as base, expect, type Locator, type Page } from "@playwright/test"

export { expect }

/** A page that fails its test when its content policy was broken, or when a script of it broke. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const broken: string[] = []
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) broken.push(message.text())
    })
    page.on("pageerror", (error) => broken.push(error.message))
    await use(page)
    expect(broken, "broken content policy or script").toEqual([])
  },
})

export const CLIP = new URL("./media/bigbuckbunny.mp4", import.meta.url).pathname

function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. Run the journeys with: make e2e`)
  return value
}

export const demo = () => ({ email: given("E2E_DEMO_EMAIL"), password: given("E2E_DEMO_PASSWORD") })
export const sandboxUrl = () => given("E2E_SANDBOX_URL")

/** Sign in on the page that is shown. */
export async function fillSignIn(
  page: Page,
  { email, password }: { email?: string; password: string },
): Promise<void> {
  if (email) await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
}

/** Sign in as the demo workspace's owner, and be at home. */
export async function signIn(page: Page, person = demo()): Promise<void> {
  await page.goto("/sign-in")
  await fillSignIn(page, person)
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible()
}

/** Sign up as somebody who has never been here. */
export async function signUp(page: Page): Promise<{ email: string; password: string }> {
  const person = { email: `nora.${Date.now()}@journey.example`, password: "seventeen quiet bells" }
  await page.goto("/sign-up")
  await page.getByLabel("Name").fill("Nora Linden")
  await page.getByLabel("E-mail").fill(person.email)
  await page.getByLabel("Password", { exact: true }).fill(person.password)
  await page.getByRole("button", { name: "Sign up" }).click()
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible()
  return person
}

/** Call the API as this page's person, through the web server as the page does. */
export async function callApi<Answer>(
  page: Page,
  method: string,
  path: string,
  data?: unknown,
): Promise<Answer> {
  const origin = new URL(page.url()).origin
  const headers = { "X-Carillon": "1", Origin: origin }
  const answer = await page.request.fetch(`${origin}/api/v1${path}`, { method, headers, data })
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
  return (answer.status() === 204 ? null : await answer.json()) as Answer
}

/** Walk down a page: what stands below is loaded when somebody comes near it. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      window.scrollTo(0, y)
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  })
}

/** Choose a file in the composer as soon as that takes one: a composer that has only been drawn does not yet. */
export async function chooseVideo(page: Page, file: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  const input = page.getByLabel("Choose a video")
  await expect(input).toBeEnabled()
  await input.setInputFiles(file)
}

/** Choose the clip in the composer and wait until it is checked. */
export async function uploadClip(page: Page, path = CLIP): Promise<void> {
  await chooseVideo(page, path)
  await expect(page.getByText("0:05 · 1280 × 720")).toBeVisible({ timeout: 30_000 })
}

/** Return one account's block of options, once TikTok has told them. */
export async function optionsOf(page: Page, nickname: string) {
  const block = page.getByRole("region", { name: `Options for ${nickname}` })
  await expect(block.getByLabel("Who can see this post")).toBeVisible()
  return block
}

/** The next full minute that leaves so many milliseconds to send a form that is all but filled in. */
export function nextMinute(leaving = 20_000): number {
  return Math.ceil((Date.now() + leaving) / 60_000) * 60_000
}

/** The day and the time of day that people in Berlin read at this instant. */
export function wallClock(instant: number): string[] {
  const options = { dateStyle: "short", timeStyle: "short", timeZone: "Europe/Berlin" } as const
  return new Intl.DateTimeFormat("sv-SE", options).format(instant).split(" ")
}
