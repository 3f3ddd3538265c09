import { screen, waitFor } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"
import { setSessionEnded } from "@/lib/session-state"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeMe } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { deviceName } from "../device-name"
import { SessionGate } from "./session-gate"
import { SignInForm } from "./sign-in-form"
import { SignUpForm } from "./sign-up-form"
import { WorkspaceName } from "./workspace-name"

afterEach(() => setSessionEnded(false))

const fill = async (person: ReturnType<typeof renderApp>["person"], email: string, password: string) => {
  await person.type(screen.getByLabelText("E-mail"), email)
  await person.type(screen.getByLabelText("Password"), password)
}

describe("signing in", () => {
  it("says when the password is wrong and keeps what was typed", async () => {
    const sentence = "This address and password do not belong together."
    const heard = fakeApi({ "POST /session/sign-in": () => refusal(401, "wrong_credentials", sentence) })
    const onDone = vi.fn()
    const { person } = renderApp(<SignInForm onDone={onDone} />)
    await fill(person, "nora@studio.example", "wrong")
    await person.click(screen.getByRole("button", { name: "Sign in" }))

    expect(await screen.findByRole("alert")).toHaveTextContent(sentence)
    expect(screen.getByLabelText("E-mail")).toHaveValue("nora@studio.example")
    expect(onDone).not.toHaveBeenCalled()
    expect(heard[0]?.headers.get("x-carillon")).toBe("1")
  })

  it("never puts a password into the address, even before scripts run", () => {
    renderApp(<SignInForm onDone={() => undefined} />)

    const form = screen.getByLabelText("E-mail").closest("form")
    expect(form).toHaveAttribute("method", "post")
  })
})

describe("signing up", () => {
  it("sends the browser's time zone and shows a refusal beside its field", async () => {
    const heard = fakeApi({
      "POST /session/sign-up": () =>
        refusal(422, "password_too_common", "Choose another.", {
          password: "This password is on the list of the most used ones.",
        }),
    })
    const { person } = renderApp(<SignUpForm onDone={() => undefined} />)
    await person.type(screen.getByLabelText("Name"), "Nora")
    await fill(person, "nora@studio.example", "passwordpassword")
    await person.click(screen.getByRole("button", { name: "Sign up" }))

    expect(await screen.findByText(/on the list of the most used ones/)).toBeVisible()
    expect(screen.getByLabelText("Password")).toHaveAccessibleDescription(/most used/)
    expect(heard[0]?.body).toMatchObject({ name: "Nora", time_zone: expect.stringContaining("/") })
  })
})

describe("an ended session", () => {
  it("opens the sign-in over the page, and goes on where it was", async () => {
    let signedIn = false
    fakeApi({
      "GET /api/v1/auth/me": () =>
        signedIn ? Response.json(makeMe()) : refusal(401, "not_signed_in", "Sign in to go on."),
      "POST /session/sign-in": () => {
        signedIn = true
        return new Response(null, { status: 204 })
      },
    })
    const { person } = renderApp(
      <>
        <WorkspaceName />
        <SessionGate />
      </>,
    )

    expect(await screen.findByRole("dialog", { name: "Sign in again" })).toBeVisible()
    await fill(person, "nora@studio.example", "the right password")
    await person.click(screen.getByRole("button", { name: "Sign in" }))

    expect(await screen.findByText("Studio Nord")).toBeVisible()
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull())
  })
})

describe("deviceName", () => {
  it.each([
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0 Safari/537.36", "Chrome on Linux"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Version/19.1 Mobile Safari/604.1",
      "Safari on iOS",
    ],
    ["Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0", "Firefox on Windows"],
    ["curl/8", "An unknown browser"],
  ])("reads %s", (agent, name) => expect(deviceName(agent)).toBe(name))
})
