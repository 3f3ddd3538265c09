import { BRANDED_POLICY, MUSIC_TERMS, needsBrandedPolicy } from "./rules"
import { isInboxDraft, type Target } from "./values"

/** What a person agrees to by posting; the words and links are TikTok's. */
export function Declaration({ targets }: { targets: readonly Target[] }) {
  if (targets.length > 0 && targets.every(isInboxDraft)) {
    return (
      <p className="text-12 text-muted">
        A draft reaches nobody by itself: its person opens the inbox in the TikTok app and finishes it there.
      </p>
    )
  }
  return (
    <p className="text-12 text-muted">
      By posting, you agree to TikTok's{" "}
      {needsBrandedPolicy(targets) ? (
        <>
          <Terms href={BRANDED_POLICY}>Branded Content Policy</Terms> and{" "}
        </>
      ) : null}
      <Terms href={MUSIC_TERMS}>Music Usage Confirmation</Terms>
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
