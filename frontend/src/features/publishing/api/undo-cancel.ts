import type { QueryClient } from "@tanstack/react-query"
import { offerUndo } from "@/components/ui/undo"
import { api, unwrap } from "@/lib/api-client"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"

/** Say that publications were called off, and offer to take that back; `left` is why another one was not. */
export function offerUndoCancel(client: QueryClient, ids: string[], left?: string): void {
  const said =
    ids.length === 1
      ? t("It is called off.")
      : t("Called off on {accounts}.", { accounts: plural(ids.length, "account") })
  offerUndo(left ? `${said} ${left}` : said, async () => {
    const done = await unwrap(
      api.POST("/api/v1/publications/undo-cancel", { body: { publication_ids: ids } }),
    )
    void client.invalidateQueries()
    return done.sentence
  })
}
