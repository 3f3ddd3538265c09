import { LayoutGrid, List } from "lucide-react"
import { AppLink } from "@/components/ui/app-link"
import { cn } from "@/lib/cn"
import { m, t } from "@/lib/i18n"
import { type PostsPlace, postsAddress } from "../address"

const views = [
  { view: "list", word: m("List"), icon: List },
  { view: "grid", word: m("Grid"), icon: LayoutGrid },
] as const

/** Choose between one line a post and posts by accounts; the filter stays. */
export function ViewSwitch({ place }: { place: PostsPlace }) {
  return (
    <nav aria-label={t("View")}>
      <ul className="flex rounded-outer border border-line p-0.5">
        {views.map(({ view: offered, word, icon: Icon }) => (
          <li key={offered}>
            <AppLink
              href={postsAddress({ ...place, view: offered })}
              aria-current={offered === place.view ? "page" : undefined}
              className={cn(
                "flex min-h-7 items-center gap-1.5 rounded-inner px-2 text-13 no-underline hover:bg-tint",
                offered === place.view ? "bg-tint font-strong text-ink" : "text-muted",
              )}
            >
              <Icon aria-hidden className="size-4" />
              {t(word)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
