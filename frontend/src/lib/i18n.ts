/**
 * Sentences in the reader's language. What is written in the source is English, and is the key under which another language's
 * sentence is found; without one the English is shown. `{name}` stands for a value. Where the same English means two things, what is
 * meant comes after "@@" ("Change@@button"), and is not shown.
 */

import { readerMessage } from "./reader-messages"

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never
type Values<Text extends string> = { [Name in Names<Text>]: string | number }
type Literal<Text extends string> = string extends Text ? never : Text

const MEANT = /@@[a-z ]+$/

declare const marked: unique symbol
/** A sentence that was marked where it is written, and is put into the reader's language where it is shown. */
export type Message = { readonly [marked]: true }

/** Mark a sentence outside of functions: it is written once, for readers of every language. */
export function m<Text extends string>(text: Literal<Text>): Message {
  return text as unknown as Message
}

/** Return a sentence in the reader's language, with its values in their places. */
export function t(text: Message): string
export function t<Text extends string>(
  text: Literal<Text>,
  ...values: [Names<Text>] extends [never] ? [] : [Values<Text>]
): string
export function t(text: unknown, values?: Record<string, string | number>): string {
  const known = readerMessage(text as string) ?? (text as string).replace(MEANT, "")
  return values ? known.replace(/\{(\w+)\}/g, (hole, name) => valueWords(values[name] ?? hole)) : known
}

function valueWords(value: string | number): string {
  return typeof value === "number" ? String(value).replace(".", readerMessage(".") ?? ".") : value
}

/** Take what is in the reader's language already for a marked sentence, beside others that are not. */
export function said(text: string): Message {
  return text as unknown as Message
}
