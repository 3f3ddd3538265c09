import { sentenceOf } from "@/lib/api/api-error"
import { t } from "@/lib/i18n"
import { Button } from "./button"
import { Notice } from "./notice"

/** What a list shows when it could not be had. */
export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Notice
      kind="failed"
      action={
        <Button size="small" onClick={retry}>
          {t("Try again")}
        </Button>
      }
    >
      {sentenceOf(error)}
    </Notice>
  )
}
