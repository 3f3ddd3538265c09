"use client"

import { useState } from "react"
import { Select } from "@/components/ui/field"
import type { PostFigures } from "@/lib/api/types"
import { type Message, m, t } from "@/lib/i18n"
import { Panel } from "../components/panel"
import { type Counter, grownOf } from "./growth"
import { GrowthChart } from "./growth-chart"

const words: Record<Counter, Message> = {
  views: m("Views"),
  likes: m("Likes"),
  comments: m("Comments"),
  shares: m("Shares"),
}

/** How a post grew from its first hour. */
export function GrowthPanel({ post }: { post: PostFigures }) {
  const [counter, setCounter] = useState<Counter>("views")
  const grown = grownOf(post, counter)
  return (
    <Panel
      title={t("Growth")}
      note={t("Totals by the post's age")}
      aside={
        <Select
          aria-label={t("Figure")}
          className="tablet:w-40"
          value={counter}
          onChange={(event) => setCounter(event.target.value as Counter)}
        >
          {Object.entries(words).map(([value, word]) => (
            <option key={value} value={value}>
              {t(word)}
            </option>
          ))}
        </Select>
      }
    >
      {grown.length === 0 ? (
        <p className="grid min-h-69 place-items-center text-center text-muted">
          {t("Nothing is known of this post yet. It is looked at more often the younger it is.")}
        </p>
      ) : (
        <GrowthChart post={post} grown={grown} counter={counter} name={t(words[counter])} />
      )}
    </Panel>
  )
}
