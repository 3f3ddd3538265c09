import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { BRANDED_POLICY, MUSIC_TERMS, needsBrandedPolicy } from "./rules"
import { isInboxDraft, type Target } from "./values"

/** What a person agrees to by posting; the words and links are TikTok's. */
export function Declaration({ targets }: { targets: readonly Target[] }) {
  if (targets.length > 0 && targets.every(isInboxDraft)) {
    return (
      <p className="text-12 text-muted">
        {t(
          "A draft reaches nobody by itself: its person opens the inbox in the TikTok app and finishes it there.",
        )}
      </p>
    )
  }
  return (
    <p className="text-12 text-muted">
      {rich(
        needsBrandedPolicy(targets)
          ? t(
              "By posting, you agree to TikTok's <branded>Branded Content Policy</branded> and <music>Music Usage Confirmation</music>",
            )
          : t("By posting, you agree to TikTok's <music>Music Usage Confirmation</music>"),
        {
          branded: (text) => <Terms href={BRANDED_POLICY}>{text}</Terms>,
          music: (text) => <Terms href={MUSIC_TERMS}>{text}</Terms>,
        },
      )}
    </p>
  )
}

function Terms({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
