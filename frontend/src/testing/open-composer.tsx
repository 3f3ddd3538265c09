import { screen } from "@testing-library/react"
import type { ReactNode } from "react"
import { ComposeScreen } from "@/app/(app)/compose/compose-screen"
import { fakeApi } from "./fake-api"
import { makeAccount, makeAsset, makeCreatorInfo, makeMe, type makePost, makeVerdict } from "./makers"
import { renderApp } from "./render"

const nord = makeAccount()
const quiet = makeAccount({ id: "acc-quiet", username: "quiet.room", nickname: "Quiet Room" })

function routes(more: Record<string, unknown> = {}) {
  return {
    "GET /api/v1/auth/me": makeMe(),
    "GET /api/v1/accounts": { items: [nord, quiet], next_cursor: null },
    "GET /api/v1/media": { items: [makeAsset()], next_cursor: null },
    "GET /api/v1/media/clip": makeAsset(),
    "GET /api/v1/media/clip/verdict": makeVerdict(),
    "GET /api/v1/accounts/acc-nord/creator-info": makeCreatorInfo(),
    "GET /api/v1/accounts/acc-quiet/creator-info": makeCreatorInfo({
      account_id: "acc-quiet",
      nickname: "Quiet Room",
      comment_disabled: true,
    }),
    "POST /api/v1/quota": {
      accounts: [],
      fits: true,
      free_for_all: null,
      first_at: "2026-11-22T13:00:00Z",
      last_at: "2026-11-22T13:00:00Z",
    },
    ...more,
  }
}

export async function openComposer(
  more: Record<string, unknown> = {},
  post?: ReturnType<typeof makePost>,
  beside?: ReactNode,
) {
  const heard = fakeApi(routes(more))
  const app = renderApp(
    <main>
      <ComposeScreen post={post} />
      {beside}
    </main>,
  )
  await screen.findByLabelText("Caption")
  return { heard, ...app }
}

export async function choose(person: Awaited<ReturnType<typeof openComposer>>["person"], name: RegExp) {
  await person.click(await screen.findByRole("checkbox", { name }))
}

export const blockOf = (nickname: string) => screen.findByRole("region", { name: `Options for ${nickname}` })

export async function chooseClip(person: Awaited<ReturnType<typeof openComposer>>["person"]) {
  await person.click(screen.getByRole("button", { name: "Choose from the library" }))
  await person.click(await screen.findByRole("button", { name: /bigbuckbunny/ }))
}

export const submit = () => screen.getByRole("button", { name: /^(Schedule|Publish|Save draft)/ })
