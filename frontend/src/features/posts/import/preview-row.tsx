"use client"

import { CircleAlert, Film } from "lucide-react"
import { AppLink } from "@/components/ui/app-link"
import { Avatar } from "@/components/ui/avatar"
import { Status } from "@/components/ui/status"
import type { ImportItem, ImportProblem } from "@/lib/api/types"
import { mediaUrl } from "@/lib/api-client"
import { t } from "@/lib/i18n"
import { rich } from "@/lib/rich"
import { titleOf } from "../words"
import { choiceWords, noteOf, outcomeWords, whenWords } from "./words"

type PreviewRowProps = { item: ImportItem; zone: string; onLine?: ((line: number) => void) | undefined }

/** What one row becomes, with its problems beneath it. */
export function PreviewRow({ item, zone, onLine }: PreviewRowProps) {
  return (
    <tbody className="block border-line border-b py-3 tablet:table-row-group">
      <tr className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 tablet:table-row tablet:*:py-2 tablet:*:pr-4 tablet:*:align-top">
        <th scope="row" className="tabular text-left font-normal text-muted">
          {rich(t("<word>Line </word>{line}", { line: item.line }), {
            word: (text) => <span className="tablet:sr-only">{text}</span>,
          })}
        </th>
        <td className="col-span-2 row-start-2">
          <Said item={item} />
        </td>
        <td className="col-span-2">
          <Accounts item={item} />
        </td>
        <td className="tabular col-span-2 text-muted">{whenWords(item, zone)}</td>
        <td className="col-start-2 row-start-1 justify-self-end">
          <Status of={outcomeWords(item)} />
          {item.post_id ? (
            <AppLink href={`/posts/${item.post_id}`} className="block">
              {t("Show the post")}
            </AppLink>
          ) : null}
        </td>
      </tr>
      {item.problems.length > 0 ? (
        <tr className="block tablet:table-row">
          <td className="hidden tablet:table-cell" />
          <td colSpan={4} className="block pt-1 tablet:table-cell tablet:pb-2">
            <ul aria-label={t("Problems of line {line}", { line: item.line })} className="grid gap-1">
              {item.problems.map((problem) => (
                <Problem
                  key={`${problem.column} ${problem.message}`}
                  {...{ problem, line: item.line, onLine }}
                />
              ))}
            </ul>
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function Said({ item }: { item: ImportItem }) {
  const url = item.media[0]?.thumbnail_url
  const note = noteOf(item)
  const details = [item.title, item.media.map((file) => file.file_name).join(", "), choiceWords(item)]
  return (
    <span className="flex items-start gap-3">
      <span className="grid h-10 w-14 shrink-0 place-items-center overflow-hidden rounded-inner bg-tint text-muted">
        {url ? (
          // biome-ignore lint/performance/noImgElement: a small picture from our own route.
          <img src={mediaUrl(url)} alt="" loading="lazy" className="size-full object-cover" />
        ) : (
          <Film aria-hidden className="size-4" />
        )}
      </span>
      <span className="grid min-w-0 gap-0.5">
        <span className="whitespace-pre-line break-words">{titleOf(item)}</span>
        {details.filter(Boolean).map((text) => (
          <span key={text} className="break-words text-12 text-muted">
            {text}
          </span>
        ))}
        {note ? <span className="text-12 text-needs-you">{note}</span> : null}
      </span>
    </span>
  )
}

function Accounts({ item: { accounts } }: { item: ImportItem }) {
  if (accounts.length === 0) return <span className="text-muted">{t("No account")}</span>
  return (
    <ul className="grid gap-1">
      {accounts.map(({ account: { id, nickname, username, avatar_url } }) => (
        <li key={id} className="flex min-w-0 items-center gap-2">
          <Avatar name={nickname} url={avatar_url} size="small" />
          <span className="min-w-0 truncate" title={username ? `@${username}` : nickname}>
            {nickname} {username ? <span className="text-muted">@{username}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

type ProblemProps = { problem: ImportProblem; line: number } & Pick<PreviewRowProps, "onLine">

function Problem({ problem: { column, message }, line, onLine }: ProblemProps) {
  const place = column ? t("Line {line}, column {column}", { line, column }) : t("Line {line}", { line })
  return (
    <li className="flex items-start gap-2 text-failed">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 break-words">
        {onLine ? (
          <button type="button" className="underline underline-offset-3" onClick={() => onLine(line)}>
            {place}
          </button>
        ) : (
          place
        )}
        : {message}
      </span>
    </li>
  )
}
