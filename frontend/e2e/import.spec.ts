import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { callApi, expect, signIn, test, uploadClip } from "./support"

type Listed = { items: { id: string; caption: string; status: string; local_time: string | null }[] }

const name = `Import ${Date.now()}`
/** The day so many days from now, in Berlin. */
const day = (ahead: number) =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Europe/Berlin" }).format(
    Date.now() + ahead * 86_400_000,
  )
const rows = (account: string) =>
  [
    "Caption;Media;Accounts;Date;Time;Privacy;Comment;Mood",
    `"${name}: first light; take one";bigbuckbunny.mp4;@studio.nord;${day(40)};18:18;public;yes;calm`,
    `${name}: second;bigbuckbunny.mp4;${account};${day(41)};18:18;public;no;`,
    `"=${name}: a thought\nin two lines";;;;;;;`,
  ].join("\r\n")

const ours = async (page: Page) =>
  (await callApi<Listed>(page, "GET", `/posts?limit=100&q=${encodeURIComponent(name)}`)).items

test.beforeEach(async ({ page }) => {
  await signIn(page)
  const media = await callApi<{ items: { file_name: string }[] }>(
    page,
    "GET",
    "/media?status=ready&limit=100",
  )
  if (media.items.some(({ file_name }) => file_name === "bigbuckbunny.mp4")) return
  await page.goto("/compose")
  await uploadClip(page)
})

test.afterEach(async ({ page }) => {
  for (const { id } of await ours(page)) await callApi(page, "DELETE", `/posts/${id}`)
})

async function drop(page: Page, text: string): Promise<void> {
  const given = await page.evaluateHandle((csv) => {
    const data = new DataTransfer()
    data.items.add(new File([csv], "posts.csv", { type: "text/csv" }))
    return data
  }, text)
  await page.getByText("drop it here").dispatchEvent("drop", { dataTransfer: given })
}

test("a file is looked at, mended in place, imported, noticed the second time, and taken along", async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto("/posts")
  await page.getByRole("link", { name: "Import" }).click()
  await expect(page.getByRole("heading", { name: "Import posts" })).toBeVisible()
  await drop(page, rows("studio.nrod"))

  const problems = page.getByRole("list", { name: "Problems of line 3" })
  await expect(problems).toContainText(
    "Line 3, column accounts: No account here is called @studio.nrod. Did you mean @studio.nord?",
  )
  await expect(page.getByText("One column is not known and left out: Mood.")).toBeVisible()
  await expect(
    page.getByText("3 rows: 1 to be scheduled, 1 draft, 1 with a problem and left out."),
  ).toBeVisible()
  expect(await ours(page)).toEqual([])

  await problems.getByRole("button", { name: "Line 3, column accounts" }).click()
  const text = page.getByRole("textbox", { name: "Text of the file" })
  await expect(text).toBeFocused()
  await text.fill((await text.inputValue()).replace("studio.nrod", "studio.nord"))
  await page.getByRole("button", { name: "Look again" }).click()
  await expect(page.getByText("By posting, you agree to TikTok's")).toBeVisible()
  await page.getByRole("button", { name: "Schedule 2 posts, save 1 draft" }).click()
  await expect(page.getByText("Scheduled 2 posts and saved 1 draft.")).toBeVisible()

  await page.getByRole("link", { name: "Show posts" }).click()
  await expect(page.getByRole("link", { name: `${name}: second` })).toBeVisible()
  const made = await ours(page)
  expect(made.map(({ caption, status, local_time }) => [caption, status, local_time])).toEqual([
    [`=${name}: a thought\nin two lines`, "draft", null],
    [`${name}: second`, "scheduled", `${day(41)}T18:18`],
    [`${name}: first light; take one`, "scheduled", `${day(40)}T18:18`],
  ])

  await page.goto("/posts/import")
  await drop(page, rows("studio.nord"))
  await expect(page.getByText("3 rows: 3 here already and left out.")).toBeVisible()
  await expect(page.getByRole("button", { name: "Nothing to import" })).toBeDisabled()

  await page.goto(`/posts?q=${encodeURIComponent(name)}`)
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export" }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^carillon-posts-\d{4}-\d\d-\d\d\.csv$/)
  const file = await readFile(await download.path(), "utf8")
  const lines = file.split("\r\n").filter(Boolean)
  expect(lines[0]).toMatch(/^\ufeffcaption,title,kind,media,accounts,local_time,time_zone,privacy/)
  expect(lines).toHaveLength(4)
  expect(lines[1]).toMatch(new RegExp(`^"'=${name}: a thought\nin two lines",`))
  const { time_zone: zone } = await callApi<{ time_zone: string }>(page, "GET", "/auth/me")
  expect(lines[2]).toContain(
    `${name}: second,,video,bigbuckbunny.mp4,studio.nord,${day(41)} 18:18,${zone},PUBLIC_TO_EVERYONE,no,`,
  )
  expect(lines[3]).toContain("studio.nord: scheduled")
})
