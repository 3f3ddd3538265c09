"use client"

import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { say } from "@/components/ui/toaster"
import { sentenceOf } from "@/lib/api/api-error"
import { plural } from "@/lib/figures"
import { t } from "@/lib/i18n"
import { useRestore } from "../api/library-queries"
import { offerUndo, useDeleted } from "./bin"

/** What was just deleted, and the way back. It stays until somebody is done with it: nobody has to be quick. */
export function DeletedNotice() {
  const deleted = useDeleted()
  const restore = useRestore()
  if (!deleted) return null
  const undo = () =>
    restore.mutate(deleted.ids, {
      onSuccess: ({ count }) => {
        offerUndo(null)
        say(
          count > 0
            ? t("{files} back in the library.", { files: plural(count, "file") })
            : t("They are gone for good by now."),
        )
      },
    })
  return (
    <Notice
      kind={restore.isError ? "failed" : "info"}
      className="mb-4"
      action={
        <span className="flex gap-1">
          <Button size="small" disabled={restore.isPending} onClick={undo}>
            {t("Undo")}
          </Button>
          <Button kind="quiet" size="small" onClick={() => offerUndo(null)}>
            {t("Dismiss")}
          </Button>
        </span>
      }
    >
      {restore.isError
        ? sentenceOf(restore.error)
        : `${deleted.sentence} ${t("Undo works for half an hour.")}`}
    </Notice>
  )
}
