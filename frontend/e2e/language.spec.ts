import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import type { Page } from "@playwright/test"
import { callApi, demo, expect, fillSignIn, scrollThrough, signIn, test } from "./support"

declare const axe: {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const json = async (path: string) => JSON.parse(await readFile(new URL(path, import.meta.url), "utf8"))
const ofPages: Record<string, string> = await json("../src/lib/messages/de.json")
const ofApi: Record<string, string> = (await json("../../backend/core/sentences/de.json")).sentences

const HOLE = /\{\w+(?::\w+)?\}|<\/?\w+>/
/** With less of its own a sentence is too like others to be recognised, and a word may be German too ("Tag", "Do"). */
const OWN_LETTERS = 8
const WORD_LETTERS = 4
/** A workspace's name is its owner's, and stays what it was called first. */
const NAMES = ["{name}'s workspace"]

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
const entries = Object.entries({ ...ofApi, ...ofPages }).filter(([key]) => !NAMES.includes(key))
const said = entries.flatMap(([key, german]) => {
  const forms = key.replace(/@@.*/, "").split("|")
  const inGerman = german.split("|")
  return forms.filter((form, place) => form !== inGerman[place])
})
const exact = new Set(said.filter((text) => !HOLE.test(text) && text.length >= WORD_LETTERS))
const patterns = said
  .map((text) => text.split(HOLE))
  .filter((own) => own.length > 1 && own.join("").trim().length >= OWN_LETTERS)
  .map((own) => new RegExp(`^${own.map(escaped).join(".+")}$`, "s"))

/** Return what a page says that its reader should have been told in German. */
async function leftInEnglish(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = new Set<string>([document.title.replace(/ · Carillon$/, "")])
    const names = ["aria-label", "title", "placeholder", "alt"]
    for (const element of document.querySelectorAll("body, body *:not(script, style, [translate=no])")) {
      for (const name of names) found.add(element.getAttribute(name)?.trim() ?? "")
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) found.add((child as Text).data.trim())
      }
    }
    return [...found].filter(Boolean)
  })
  const isEnglish = (text: string) => exact.has(text) || patterns.some((pattern) => pattern.test(text))
  return texts.filter(isEnglish)
}

async function expectGerman(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "de")
  await page.waitForLoadState("networkidle")
  await scrollThrough(page)
  expect(await leftInEnglish(page), `English on ${page.url()}`).toEqual([])
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }))
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    `axe on ${page.url()}`,
  ).toEqual([])
}

const PAGES = [
  "/",
  "/calendar",
  "/calendar?view=week",
  "/calendar?view=agenda",
  "/calendar/slots",
  "/calendar/series",
  "/accounts",
  "/analytics",
  "/analytics/compare",
  "/posts",
  "/posts?view=grid",
  "/posts/import",
  "/compose",
  "/library",
  "/notifications",
  "/settings",
  "/settings/audit",
  "/settings/tiktok-apps",
  "/settings/tiktok-audit",
  "/there-is-no-such-page",
]

test.describe("for somebody whose browser asks for German", () => {
  test.use({ locale: "de-DE" })

  test("everything is in German from the first page on, and their choice goes with them", async ({
    page,
    browser,
  }) => {
    const person = { email: `jana.${Date.now()}@journey.example`, password: "siebzehn leise glocken" }
    await page.goto("/sign-in")
    await expectGerman(page)
    await page.getByLabel("E-Mail").fill(person.email)
    await page.getByLabel("Passwort", { exact: true }).fill(person.password)
    await page.getByRole("button", { name: "Anmelden" }).click()
    await expect(page.getByText(ofApi["The address or the password is not right."] ?? "?")).toBeVisible()

    await page.goto("/sign-up")
    await page.getByLabel("Name").fill("Jana Linden")
    await page.getByLabel("E-Mail").fill(person.email)
    await page.getByLabel("Passwort", { exact: true }).fill(person.password)
    await page.getByRole("button", { name: "Registrieren" }).click()
    await expect(page.getByRole("heading", { name: ofPages.Home ?? "?", exact: true })).toBeVisible()
    for (const path of PAGES) {
      await page.goto(path)
      await expectGerman(page)
    }

    await page.goto("/settings")
    await page.getByRole("radio", { name: "English" }).click()
    await expect(page.getByRole("heading", { name: "Settings", exact: true })).toBeVisible()
    await page.getByRole("radio", { name: "Deutsch" }).click()
    await expect(page.getByRole("heading", { name: ofPages.Settings ?? "?", exact: true })).toBeVisible()

    const elsewhere = await browser.newPage({ locale: "en-GB" })
    await elsewhere.goto("/sign-in")
    await fillSignIn(elsewhere, person)
    await expect(elsewhere.getByRole("heading", { name: ofPages.Home ?? "?", exact: true })).toBeVisible()
    await expect(elsewhere.locator("html")).toHaveAttribute("lang", "de")
    await elsewhere.close()
  })
})

/** What can be used on the page, but begins left of it. */
async function cutOff(page: Page): Promise<string[]> {
  return page.locator("main :is(a, button, input, select, textarea)").evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
      .filter((one) => one.getBoundingClientRect().left < 0)
      .map((one) => one.getAttribute("aria-label") ?? one.textContent ?? one.tagName),
  )
}

test("a full workspace has no English left on its pages in German, and fits a phone", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000)
  await signIn(page, demo())
  const choice = { name: "carillon-language", value: "de", url: baseURL ?? "" }
  await page.context().addCookies([choice])
  const ids = async (path: string) =>
    (await callApi<{ items: { id: string }[] }>(page, "GET", path)).items.map(({ id }) => id)
  const [accounts, posts, media] = [await ids("/accounts"), await ids("/posts"), await ids("/media")]
  const own = [
    ...accounts.slice(0, 1).map((id) => `/analytics/accounts/${id}`),
    ...posts.slice(0, 4).map((id) => `/posts/${id}`),
    ...media.slice(0, 2).map((id) => `/library/${id}`),
  ]
  for (const path of [...PAGES, ...own]) {
    await page.goto(path)
    await expectGerman(page)
  }
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of [...PAGES, ...own]) {
    await page.goto(path, { waitUntil: "networkidle" })
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wide, `${path} at 360 px`).toBe(0)
    expect(await cutOff(page), `${path} at 360 px: beyond the left edge, where nobody can scroll`).toEqual([])
  }
})
