"use client"

import { useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { Checkbox } from "@/components/ui/choice"
import { Select } from "@/components/ui/field"
import { SearchField } from "@/components/ui/search-field"
import { type Message, t } from "@/lib/i18n"
import { libraryQueries } from "../api/library-queries"
import { kinds, libraryAddress, sorts, verdicts, type Wish } from "./wish"

type FilterBarProps = { wish: Wish; fileId: string | undefined }

/** Look for files, narrow them down and order them; the choice stands in the address. */
export function FilterBar({ wish, fileId }: FilterBarProps) {
  const router = useRouter()
  const tags = useQuery(libraryQueries.tags()).data?.items ?? []
  const change = (part: Partial<Wish>) => router.replace(libraryAddress({ ...wish, ...part }, fileId))
  const known = tags.some(({ name }) => isSame(name, wish.tag))
  return (
    <search className="grid grid-cols-2 items-center gap-2 pb-4 tablet:flex tablet:flex-wrap">
      <div className="col-span-2 flex tablet:contents">
        <SearchField label={t("Search names, tags")} value={wish.q} onSearch={(q) => change({ q })} />
      </div>
      <Choice label={t("Kind")} of={kinds} value={wish.kind} onChange={(kind) => change({ kind })} />
      <Choice
        label={t("Verdict")}
        of={verdicts}
        value={wish.verdict}
        onChange={(verdict) => change({ verdict })}
      />
      {tags.length > 0 || wish.tag ? (
        <Select
          aria-label={t("Tag")}
          className="tablet:max-w-38"
          value={tags.find(({ name }) => isSame(name, wish.tag))?.name ?? wish.tag}
          onChange={({ target }) => change({ tag: target.value })}
        >
          <option value="">{t("Every tag")}</option>
          {wish.tag && !known ? <option value={wish.tag}>{wish.tag}</option> : null}
          {tags.map(({ name, count }) => (
            <option key={name} value={name}>
              {name} ({count})
            </option>
          ))}
        </Select>
      ) : null}
      <Choice label={t("Order")} of={sorts} value={wish.sort} onChange={(sort) => change({ sort })} />
      <Checkbox
        label={t("In no post")}
        checked={wish.unused}
        onChange={({ target }) => change({ unused: target.checked })}
      />
    </search>
  )
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

type ChoiceProps<Word extends string> = {
  label: string
  of: Record<Word, Message>
  value: Word
  onChange: (value: Word) => void
}

function Choice<Word extends string>({ label, of, value, onChange }: ChoiceProps<Word>) {
  return (
    <Select
      aria-label={label}
      className="tablet:max-w-38"
      value={value}
      onChange={({ target }) => onChange(target.value as Word)}
    >
      {Object.entries<Message>(of).map(([word, said]) => (
        <option key={word} value={word}>
          {t(said)}
        </option>
      ))}
    </Select>
  )
}
