import type { HashtagGroup } from "@/lib/api/types"

/** Say a group's hashtags as they will stand in the caption. */
export const written = ({ tags }: Pick<HashtagGroup, "tags">) => tags.map((tag) => `#${tag}`).join(" ")

/** Find the groups whose name or hashtags have every typed word, in their order. */
export function findGroups(groups: readonly HashtagGroup[], typed: string): HashtagGroup[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return groups.filter((group) => {
    const text = `${group.name} ${written(group)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Read hashtags as people type them: with or without "#", parted by blanks, commas or lines. */
export const readTags = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((tag) => tag.replace(/^#+/, ""))
    .filter(Boolean)
