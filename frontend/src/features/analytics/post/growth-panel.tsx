"use client"

import { useState } from "react"
import { Select } from "@/components/ui/field"
import type { PostFigures } from "@/lib/api/types"
import { Panel } from "../components/panel"
import { type Counter, grownOf } from "./growth"
import { GrowthChart } from "./growth-chart"

const words: Record<Counter, string> = {
  views: "Views",
  likes: "Likes",
  comments: "Comments",
  shares: "Shares",
}

/** How a post grew from its first hour. */
export function GrowthPanel({ post }: { post: PostFigures }) {
  const [counter, setCounter] = useState<Counter>("views")
  const grown = grownOf(post, counter)
  return (
    <Panel
      title="Growth"
      note="Totals by the post's age"
      aside={
        <Select
          aria-label="Figure"
          className="tablet:w-40"
          value={counter}
          onChange={(event) => setCounter(event.target.value as Counter)}
        >
          {Object.entries(words).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
      }
    >
      {grown.length === 0 ? (
        <p className="grid min-h-69 place-items-center text-center text-muted">
          Nothing is known of this post yet. It is looked at more often the younger it is.
        </p>
      ) : (
        <GrowthChart post={post} grown={grown} counter={counter} name={words[counter]} />
      )}
    </Panel>
  )
}
