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

/** Everything the sandbox has accepted after an entry. */
export async function ledgerAfter(seq: number): Promise<LedgerEntry[]> {
  return (await ask<{ entries: LedgerEntry[] }>(`/sandbox/api/ledger?after=${seq}`)).entries
}

/** Connect an account for this page's person without opening the consent page. */
export async function connect(page: Page, handle: string): Promise<void> {
  const { authorize_url } = await callApi<{ authorize_url: string }>(page, "GET", "/tiktok/oauth/authorize")
  const { redirect_url } = await ask<{ redirect_url: string }>("/sandbox/api/authorize", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ handle, authorize_url }),
  })
  await callApi(
    page,
    "POST",
    "/tiktok/oauth/callback",
    Object.fromEntries(new URL(redirect_url).searchParams),
  )
}
