import type { Evidence } from "./walk"

export const BAR = "Audit walk"
const SHOWN_WORDS = 60
const MUSIC = /music-usage-confirmation/
const POLICY = /bc-policy/
const LABEL = /will be labeled as '([^']+)'/
const NOTICE = /can take a few minutes before/
const FINAL = /Published on .+ at \d[^.]*|In the TikTok inbox of [^:]+/

/**
 * Return what of the five points is on the screen at this moment, each with what proves it: read from the very page that the
 * reviewer sees, so that nothing is marked that was not there.
 */
export function lookAt(page: Document): Evidence {
  const block = find(page, "section[aria-label^='Options for ']")
  return { ...(block ? lookAtBlock(block, page) : {}), ...lookAtWords(page), ...lookAtDeclaration(page) }
}

function lookAtBlock(block: HTMLElement, page: Document): Evidence {
  const name = find(block, "h2")
  const privacy = find<HTMLSelectElement>(block, "select:has(option[value=''])")
  const boxes = ["Comment", "Duet", "Stitch"].flatMap((label) => checkbox(block, label) ?? [])
  const isUnticked = boxes.length > 0 && boxes.every((box) => !box.checked && inView(box))
  return {
    ...told("named", inView(name) && name.textContent?.trim()),
    ...(inView(privacy) ? lookAtPrivacy(privacy) : {}),
    ...told("unticked", isUnticked && `${boxes.length} boxes`),
    ...lookAtDisclosure(block, page),
  }
}

function lookAtPrivacy(privacy: HTMLSelectElement): Evidence {
  const chosen = privacy.selectedOptions[0]
  const choices = privacy.options.length - 1
  return privacy.value === ""
    ? told("no_default", `Nothing of ${choices} is chosen`)
    : told("privacy", `${chosen?.textContent?.trim()}, of ${choices}`)
}

function lookAtDisclosure(block: HTMLElement, page: Document): Evidence {
  const disclosure = checkbox(block, "Disclose commercial content")
  if (!disclosure) return {}
  if (!disclosure.checked) return told("off", inView(disclosure) && "Off")
  const ticked = ["Your brand", "Branded content"].some((label) => checkbox(block, label)?.checked)
  if (ticked) return told("label", LABEL.exec(wordsInView(block, LABEL) ?? "")?.[1])
  const button = find<HTMLButtonElement>(page, "button[type=submit][aria-disabled=true]")
  return told("blocked", inView(button) && button.title)
}

function lookAtWords(page: Document): Evidence {
  const main = page.querySelector("main") ?? page.body
  const caption = find<HTMLTextAreaElement>(page, "form textarea")
  const words = caption?.value.trim()
  const preview = find(page, "figure[aria-label=Preview]")
  const isWhole = words && inView(preview) && preview.textContent?.includes(words)
  return {
    ...told("caption", inView(caption) && words),
    ...told("preview", isWhole && preview.querySelector("video, img, canvas") && words),
    ...told("notice", wordsInView(main, NOTICE) && "Said on the page"),
    ...told("final", FINAL.exec(wordsInView(main, FINAL) ?? "")?.[0]),
  }
}

function lookAtDeclaration(page: Document): Evidence {
  const links = [...page.querySelectorAll<HTMLAnchorElement>("form a[href*='tiktok.com/legal']")].filter(
    inView,
  )
  const hasLink = (address: RegExp) => links.some(({ href }) => address.test(href))
  return {
    ...told("music", hasLink(MUSIC) && "With its link"),
    ...told("policy", hasLink(POLICY) && hasLink(MUSIC) && "With its link"),
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
  const bar = page.querySelector(`section[aria-label="${BAR}"]`)
  const end = bar?.getBoundingClientRect().top ?? page.documentElement.clientHeight
  const { top, bottom } = element.getBoundingClientRect()
  const middle = (top + bottom) / 2
  return middle >= 0 && middle <= end
}
