import { expect, type Page } from "@playwright/test"
import { callApi, sandboxUrl } from "./support"

export type SandboxAccount = { handle: string; nickname: string; connected: boolean }
export type LedgerEntry = {
  seq: number
  at: string
  event: string
  handle?: string
  publish_id?: string
  sha256?: string
  endpoint?: string
  source_info?: unknown
  post_info?: Record<string, unknown>
  files_sha256?: string[]
}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const answer = await fetch(sandboxUrl() + path, init)
  expect(answer.ok, `${path}: ${answer.status}`).toBe(true)
  return (await answer.json()) as Answer
}

/** Accounts at the sandbox that no workspace has connected. */
export async function freeAccounts(): Promise<SandboxAccount[]> {
  return (await ask<SandboxAccount[]>("/sandbox/api/accounts")).filter(({ connected }) => !connected)
}

const JSON_BODY = { "content-type": "application/json" }

/** Turn a knob, switch a scenario on or off, or do what an account's owner would do on the phone. */
export async function steer(method: string, path: string, body: unknown = {}): Promise<void> {
  const init = { method, headers: JSON_BODY, body: JSON.stringify(body) }
  const answer = await fetch(`${sandboxUrl()}/sandbox/api/${path}`, init)
  expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true)
}

/** Everything the sandbox has accepted after an entry. */
export async function ledgerAfter(seq: number): Promise<LedgerEntry[]> {
  return (await ask<{ entries: LedgerEntry[] }>(`/sandbox/api/ledger?after=${seq}`)).entries
}

/** Connect an account for this page's person without opening the consent page. */
export async function connect(page: Page, handle: string): Promise<void> {
  const { authorize_url } = await callApi<{ authorize_url: string }>(page, "GET", "/tiktok/oauth/authorize")
  const { redirect_url } = await ask<{ redirect_url: string }>("/sandbox/api/authorize", {
    method: "POST",
    headers: JSON_BODY,
    body: JSON.stringify({ handle, authorize_url }),
  })
  await callApi(
    page,
    "POST",
    "/tiktok/oauth/callback",
    Object.fromEntries(new URL(redirect_url).searchParams),
  )
}

/** Give this page's person's accounts back, for the tests that come after. */
export async function disconnectAll(page: Page): Promise<void> {
  const { items } = await callApi<{ items: { id: string }[] }>(page, "GET", "/accounts")
  for (const { id } of items) await callApi(page, "DELETE", `/accounts/${id}`)
}
