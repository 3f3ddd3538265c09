import type { Session } from "./cookie"
import { inReadersLanguage } from "./headers"
import { callApi } from "./upstream"

/** What the API answers to register, log in and refresh. */
export type SessionAnswer = {
  access_token: string
  access_expires_in: number
  refresh_token: string
  refresh_expires_in: number
  language: string
}

/** Turn the API's answer into what the cookie keeps. */
export function toSession(answer: SessionAnswer, now = Date.now()): Session {
  return {
    accessToken: answer.access_token,
    accessExpiresAt: now + answer.access_expires_in * 1000,
    refreshToken: answer.refresh_token,
    refreshExpiresAt: now + answer.refresh_expires_in * 1000,
  }
}

/** POST JSON to one of the API's auth endpoints, without a token; the browser's name goes along for the device list. */
export function postJson(path: string, payload: unknown, agent: string | null = null): Promise<Response> {
  const body = Buffer.from(JSON.stringify(payload))
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    "content-length": String(body.length),
    ...inReadersLanguage(),
    ...(agent ? { "user-agent": agent.slice(0, 400) } : {}),
  }
  return callApi({ method: "POST", path, headers, body })
}
