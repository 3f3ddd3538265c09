import { BRANDED_POLICY, MUSIC_TERMS, needsBrandedPolicy } from "./rules"
import type { Target } from "./values"

/** What a person agrees to by posting; the words and links are TikTok's. */
export function Declaration({ targets }: { targets: readonly Target[] }) {
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
