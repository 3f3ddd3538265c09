import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { t } from "@/lib/i18n"
import { type Moved, movedWords } from "./use-mover"

type MovedNoticeProps = { moved: Moved; onUndo: () => void; onClose: () => void }

/** Says where a post is now, and takes it back. */
export function MovedNotice({ moved, onUndo, onClose }: MovedNoticeProps) {
  return (
    <div className="fixed inset-x-0 bottom-20 z-20 grid justify-items-center px-4 tablet:bottom-6">
      <Notice
        kind="good"
        className="animate-appear shadow-float"
        action={
          <span className="flex gap-1">
            <Button size="small" onClick={onUndo}>
              {t("Undo")}
            </Button>
            <Button size="small" kind="quiet" onClick={onClose}>
              {t("Close")}
            </Button>
          </span>
        }
      >
        {movedWords(moved)}
      </Notice>
    </div>
  )
}
