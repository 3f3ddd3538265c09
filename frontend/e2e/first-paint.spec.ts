import { expect, signIn, test } from "./support"

test("the first page comes with its data, in the reader's language, before any script", async ({
  page,
  browser,
}) => {
  await signIn(page)
  const storageState = await page.context().storageState()
  const reader = await browser.newContext({ javaScriptEnabled: false, storageState, locale: "de-AT" })
  const plain = await reader.newPage()
  await plain.goto("/")
  await expect(plain.locator("html")).toHaveAttribute("data-locale", "de-AT")
  await expect(plain.getByRole("region", { name: /^(Today|Needs you)$/ }).first()).toBeVisible()
  const growth = plain.getByRole("region", { name: "The last 7 days" })
  await expect(growth.getByText("Followers")).toBeVisible()
  await expect(plain.getByRole("region", { name: "TikTok" }).getByText(/account/)).toBeVisible()
  await reader.close()

  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).pathname))
  await page.goto("/", { waitUntil: "networkidle" })
  await expect(page.getByRole("heading", { name: "Home" })).toBeVisible()
  const known = ["/api/v1/home", "/api/v1/auth/me", "/api/v1/accounts", "/api/v1/analytics/dashboard"]
  expect(
    asked.filter((path) => known.includes(path)),
    "asked for again by the browser",
  ).toEqual([])
})
