import { t } from "@/lib/i18n"
/*
 * What stands where a page broke. The scripts of all error pages come with every page, each with copies of its own of what it
 * is made of: so this is made of nothing but elements.
 */

export type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

type BrokenProps = ErrorPageProps & { title: string; lead: string }

/** Say that it broke, offer another try, and show the reference under which the server noted why. */
export function Broken({ title, lead, error, reset }: BrokenProps) {
  return (
    <div role="alert" className="grid max-w-form justify-items-start gap-1">
      <h1 className="text-20">{title}</h1>
      <p className="text-14 text-muted">{lead}</p>
      <button
        type="button"
        // A part that cannot be loaded is often one of before an update: only the whole page anew has those of now.
        onClick={() => (error.name === "ChunkLoadError" ? location.reload() : reset())}
        className="my-4 min-h-9 rounded-outer bg-accent px-3 font-strong text-14 text-on-accent hover:bg-accent-deep"
      >
        {t("Try again")}
      </button>
      {error.digest ? (
        <p className="text-12 text-muted">
          {t("Reference {digest}: it helps to find out why.", { digest: error.digest })}
        </p>
      ) : null}
    </div>
  )
}

/** The same where there is no frame around it. */
export function BrokenEntrance(props: BrokenProps) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[400px] content-start px-4 pt-[14dvh] pb-12">
      <Broken {...props} />
    </main>
  )
}
