import { deflateSync } from "node:zlib"
import type { Page } from "@playwright/test"
import { disconnectAll, freeAccounts, ledgerAfter, type SandboxAccount } from "./sandbox"
import { expect, optionsOf, signUp, test, uploadClip } from "./support"

test("three photos are fetched by TikTok in the order chosen, and a video waits in the inbox as a draft", async ({
  page,
}) => {
  test.setTimeout(300_000)
  const before = (await ledgerAfter(0)).at(-1)?.seq ?? 0
  const account = (await freeAccounts())[0]
  if (!account) throw new Error("no free account at the sandbox")
  await signUp(page)
  await connect(page, account)

  await postPhotos(page, account)
  const entries = await ledgerAfter(before)
  const pull = entries.find(({ event }) => event === "pull.completed")
  expect(pull?.files_sha256).toHaveLength(3)
  const init = entries.find(({ event, endpoint }) => event === "init.accepted" && endpoint === "content_init")
  expect(init?.source_info).toEqual({ source: "PULL_FROM_URL", urls: 3, photo_cover_index: 0 })
  expect(entries.filter(({ event }) => event === "post.completed")).toHaveLength(1)

  await sendDraft(page, account)
  const delivered = (await ledgerAfter(before)).filter(({ event }) => event === "draft.delivered")
  expect(delivered).toHaveLength(1)
  await disconnectAll(page)
})

async function connect(page: Page, { handle }: SandboxAccount): Promise<void> {
  await page.goto("/accounts")
  await page.getByRole("main").getByRole("button", { name: "Connect a TikTok account" }).first().click()
  await page.getByRole("radio", { name: new RegExp(handle.replace(".", "\\.")) }).check()
  await page.getByRole("button", { name: "Allow" }).click()
  await expect(page.getByText(`@${handle} is connected.`)).toBeVisible()
}

async function postPhotos(page: Page, { nickname, handle }: SandboxAccount): Promise<void> {
  await page.goto("/compose")
  // Its fields come with it, so the mark follows the click a moment later.
  await page.getByRole("radio", { name: "Photos" }).click()
  await expect(page.getByRole("radio", { name: "Photos" })).toBeChecked()
  const files = (["teal", "gold", "plum"] as const).map((name) => ({
    name: `${name}.png`,
    mimeType: "image/png",
    buffer: drawPng(colours[name]),
  }))
  for (const [index, file] of files.entries()) {
    await page.getByLabel("Choose photos").setInputFiles(file)
    await expect(page.getByRole("list", { name: "Photos" }).getByRole("listitem")).toHaveCount(index + 1)
  }
  await expect(page.getByText("Making it ready…")).toHaveCount(0, { timeout: 60_000 })
  await page.getByRole("button", { name: "Move plum.png forward, from place 3" }).press("Enter")
  await expect(page.getByText("Moved to place 2 of 3.")).toBeAttached()
  await page.getByLabel("Title").fill("Three colours")
  await page.getByLabel("Caption").fill("Fetched, not sent #carillon")
  await page.getByRole("checkbox", { name: nickname }).check()
  const block = await optionsOf(page, nickname)
  await expect(block.getByRole("checkbox", { name: "Duet" })).toHaveCount(0)
  await block.getByLabel("Who can see this post").selectOption({ index: 1 })
  await page.getByRole("radio", { name: "Now", exact: true }).check()
  await page.getByRole("button", { name: "Publish now on 1 account" }).click()
  const card = page.getByRole("region", { name: nickname })
  await expect(card.getByText(new RegExp(`^Published on @${handle} at `))).toBeVisible({ timeout: 120_000 })
  await expect(card.getByText("TikTok fetches the photos")).toBeVisible()
}

async function sendDraft(page: Page, { nickname, handle }: SandboxAccount): Promise<void> {
  await page.goto("/compose")
  await uploadClip(page)
  await page.getByLabel("Caption").fill("To be finished by hand")
  await page.getByRole("checkbox", { name: nickname }).check()
  const block = page.getByRole("region", { name: `Options for ${nickname}` })
  await block.getByLabel("How it goes out").selectOption("Send to the TikTok inbox as a draft")
  await expect(block.getByLabel("Who can see this post")).toHaveCount(0)
  await expect(block.getByText("0 of 5 drafts in 24 hours are taken around that time.")).toBeVisible()
  await page.getByRole("radio", { name: "Now", exact: true }).check()
  await page.getByRole("button", { name: "Send 1 draft now" }).click()
  const card = page.getByRole("region", { name: nickname })
  await expect(card.getByText(new RegExp(`^In the TikTok inbox of @${handle} since `))).toBeVisible({
    timeout: 120_000,
  })
  await expect(card.getByRole("button", { name: "Copy the caption" })).toBeVisible()
}

const colours = { teal: [0, 128, 128], gold: [212, 175, 55], plum: [142, 69, 133] } as const

/** A picture of one colour, 720 × 960: a PNG, which TikTok itself would refuse. */
function drawPng([red, green, blue]: readonly [number, number, number]): Buffer {
  const [width, height] = [720, 960]
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([red, green, blue]))])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function crc32(content: Buffer): number {
  let sum = 0xffffffff
  for (const byte of content) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
