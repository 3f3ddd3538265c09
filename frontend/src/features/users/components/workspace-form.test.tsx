import { screen } from "@testing-library/react"
import { describe, expect, it } from "vitest"
import { fakeApi, refusal } from "@/testing/fake-api"
import { makeMe } from "@/testing/makers"
import { renderApp } from "@/testing/render"
import { WorkspaceForm } from "./workspace-form"

const { workspace } = makeMe()

describe("the workspace's name and clock", () => {
  it("are changed by who runs it", async () => {
    const heard = fakeApi({
      "PUT /api/v1/workspace": { ...workspace, name: "Studio Süd", time_zone: "Asia/Tokyo" },
    })
    const { person } = renderApp(<WorkspaceForm workspace={workspace} />)
    await person.clear(screen.getByLabelText("Workspace name"))
    await person.type(screen.getByLabelText("Workspace name"), "Studio Süd")
    await person.selectOptions(screen.getByLabelText("Workspace time zone"), "Asia/Tokyo")
    await person.selectOptions(screen.getByLabelText("How slideshows are encoded"), "Plain")
    await person.click(screen.getByRole("button", { name: "Save workspace" }))

    expect(heard.map(({ body }) => body)).toEqual([
      { name: "Studio Süd", time_zone: "Asia/Tokyo", slideshow_encoder: "x264" },
    ])
  })

  it("show a refusal beside its field and keep what was typed", async () => {
    fakeApi({
      "PUT /api/v1/workspace": () =>
        refusal(422, "time_zone_unknown", "No.", { time_zone: "There is no time zone called 'UTC'." }),
    })
    const { person } = renderApp(<WorkspaceForm workspace={workspace} />)
    await person.selectOptions(screen.getByLabelText("Workspace time zone"), "UTC")
    await person.click(screen.getByRole("button", { name: "Save workspace" }))

    expect(await screen.findByText("There is no time zone called 'UTC'.")).toBeVisible()
    expect(screen.getByLabelText("Workspace time zone")).toHaveValue("UTC")
  })

  it("are only told to everybody else", () => {
    renderApp(<WorkspaceForm workspace={{ ...workspace, role: "viewer" }} />)

    expect(screen.getByText(/Studio Nord, on the clock of Europe\/Berlin/)).toBeVisible()
    expect(screen.queryByRole("button")).toBeNull()
  })
})
