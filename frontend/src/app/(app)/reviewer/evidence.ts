import { PARTNERSHIP, PROMOTIONAL } from "@/features/posts/composer/option-rules"
import { plural } from "@/lib/figures"
import { m, t } from "@/lib/i18n"
import type { Evidence } from "./walk"

export const BAR = m("Audit walk")
const SHOWN_WORDS = 60
const MUSIC = /music-usage-confirmation/
const POLICY = /bc-policy/
const QUOTED = /['„‚]([^'“‘]+)/
/** Stands in a sentence for whatever may be there. */
const ANY = "\u0001"

/** Recognise sentences, in the language of the page; a full stop at their end is not part of what is found. */
function anyOf(...sentences: string[]): RegExp {
  const patterns = sentences.map((sentence) =>
    sentence
      .replace(/\.$/, "")
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll(ANY, ".+?"),
  )
  return new RegExp(`(?:${patterns.join("|")})(?=\\.|$)`)
}

const labels = () => anyOf(t(PROMOTIONAL), t(PARTNERSHIP))
const notices = () =>
  anyOf(
    t("It can take a few minutes before a post that was sent is visible on TikTok."),
    t("On its way to {accounts}. It can take a few minutes before the post is visible on TikTok.", {
      accounts: ANY,
    }),
  )
const finals = () =>
  anyOf(
    t("Published on {handle} at {time}, {day}.", { handle: ANY, time: ANY, day: ANY }),
    t("In the TikTok inbox of {handle} since {time}, {day}: finish it in the app.", {
      handle: ANY,
      time: ANY,
      day: ANY,
    }),
  )

/**
 * Return what of the five points is on the screen at this moment, each with what proves it: read from the very page that the
 * reviewer sees, so that nothing is marked that was not there.
 */
export function lookAt(page: Document): Evidence {
  const block = find(page, "section[data-options]")
  return { ...(block ? lookAtBlock(block, page) : {}), ...lookAtWords(page), ...lookAtDeclaration(page) }
}

function lookAtBlock(block: HTMLElement, page: Document): Evidence {
  const name = find(block, "h2")
  const privacy = find<HTMLSelectElement>(block, "select:has(option[value=''])")
  const boxes = [t("Comment"), t("Duet"), t("Stitch")].flatMap((label) => checkbox(block, label) ?? [])
  const isUnticked = boxes.length > 0 && boxes.every((box) => !box.checked && inView(box))
  return {
    ...told("named", inView(name) && name.textContent?.trim()),
    ...(inView(privacy) ? lookAtPrivacy(privacy) : {}),
    ...told("unticked", isUnticked && plural(boxes.length, "box", "boxes")),
    ...lookAtDisclosure(block, page),
  }
}

function lookAtPrivacy(privacy: HTMLSelectElement): Evidence {
  const chosen = privacy.selectedOptions[0]
  const choices = privacy.options.length - 1
  return privacy.value === ""
    ? told("no_default", t("Nothing of {choices} is chosen", { choices }))
    : told("privacy", t("{privacy}, of {choices}", { privacy: chosen?.textContent?.trim() ?? "", choices }))
}

function lookAtDisclosure(block: HTMLElement, page: Document): Evidence {
  const disclosure = checkbox(block, t("Disclose commercial content"))
  if (!disclosure) return {}
  if (!disclosure.checked) return told("off", inView(disclosure) && t("Off"))
  const ticked = [t("Your brand"), t("Branded content")].some((label) => checkbox(block, label)?.checked)
  if (ticked) return told("label", QUOTED.exec(wordsInView(block, labels()) ?? "")?.[1])
  const button = find<HTMLButtonElement>(page, "button[type=submit][aria-disabled=true]")
  return told("blocked", inView(button) && button.title)
}

function lookAtWords(page: Document): Evidence {
  const main = page.querySelector("main") ?? page.body
  const caption = find<HTMLTextAreaElement>(page, "form textarea")
  const words = caption?.value.trim()
  const preview = find(page, `figure[aria-label="${t("Preview")}"]`)
  const isWhole = words && inView(preview) && preview.textContent?.includes(words)
  return {
    ...told("caption", inView(caption) && words),
    ...told("preview", isWhole && preview.querySelector("video, img, canvas") && words),
    ...told("notice", wordsInView(main, notices()) && t("Said on the page")),
    ...told("final", finals().exec(wordsInView(main, finals()) ?? "")?.[0]),
  }
}

function lookAtDeclaration(page: Document): Evidence {
  const links = [...page.querySelectorAll<HTMLAnchorElement>("form a[href*='tiktok.com/legal']")].filter(
    inView,
  )
  const hasLink = (address: RegExp) => links.some(({ href }) => address.test(href))
  return {
    ...told("music", hasLink(MUSIC) && t("With its link")),
    ...told("policy", hasLink(POLICY) && hasLink(MUSIC) && t("With its link")),
  }
}

function told<Id extends keyof Evidence>(id: Id, proof: string | false | null | undefined): Evidence {
  return proof ? { [id]: proof.slice(0, SHOWN_WORDS) } : {}
}

/** Find what is shown; a step of the phone's composer that is hidden is not on the screen. */
function find<Kind extends HTMLElement>(root: ParentNode, selector: string): Kind | undefined {
  return [...root.querySelectorAll<Kind>(selector)].find((one) => one.checkVisibility?.() ?? true)
}

function checkbox(block: HTMLElement, label: string): HTMLInputElement | undefined {
  const boxes = [...block.querySelectorAll<HTMLInputElement>("input[type=checkbox]")]
  return boxes.find((box) => box.labels?.[0]?.textContent?.trim().startsWith(label))
}

/** Return the words of the innermost part of `root` that says this, when it is in view. */
function wordsInView(root: HTMLElement, words: RegExp): string | null {
  const parts = [...root.querySelectorAll("p, div, span")].filter(({ textContent }) =>
    words.test(textContent ?? ""),
  )
  const innermost = parts.filter((part) => !parts.some((other) => other !== part && part.contains(other)))
  return innermost.find(inView)?.textContent ?? null
}

/** Tell whether the middle of an element is on the screen, and not behind the walk's own bar. */
function inView<Kind extends Element>(element: Kind | undefined): element is Kind {
  if (!element || !(element.checkVisibility?.() ?? true)) return false
  const page = element.ownerDocument
  const bar = page.querySelector(`section[aria-label="${t(BAR)}"]`)
  const end = bar?.getBoundingClientRect().top ?? page.documentElement.clientHeight
  const { top, bottom } = element.getBoundingClientRect()
  const middle = (top + bottom) / 2
  return middle >= 0 && middle <= end
}
