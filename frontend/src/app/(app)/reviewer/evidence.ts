import type { Evidence } from "./walk"

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
  const name = find(block, "h2")?.textContent?.trim()
  const privacy = find<HTMLSelectElement>(block, "select:has(option[value=''])")
  const boxes = ["Comment", "Duet", "Stitch"].flatMap((label) => checkbox(block, label) ?? [])
  return {
    ...told("named", name),
    ...(privacy ? lookAtPrivacy(privacy) : {}),
    ...told(
      "unticked",
      boxes.length > 0 && boxes.every(({ checked }) => !checked) && `${boxes.length} boxes`,
    ),
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
  if (!disclosure.checked) return told("off", "Off")
  const ticked = ["Your brand", "Branded content"].filter((label) => checkbox(block, label)?.checked)
  const button = find<HTMLButtonElement>(page, "button[type=submit][aria-disabled=true]")
  const label = LABEL.exec(block.textContent ?? "")?.[1]
  return ticked.length === 0 ? told("blocked", button?.title) : told("label", label)
}

function lookAtWords(page: Document): Evidence {
  const text = page.querySelector("main")?.textContent ?? ""
  const caption = find<HTMLTextAreaElement>(page, "form textarea")?.value.trim()
  const preview = find(page, "figure[aria-label=Preview]")
  const isWhole = caption && inView(preview) && preview.textContent?.includes(caption)
  return {
    ...told("caption", caption),
    ...told("preview", isWhole && preview.querySelector("video, img, canvas") && caption),
    ...told("notice", NOTICE.test(text) && "Said on the page"),
    ...told("final", FINAL.exec(text)?.[0]),
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

function inView(element: Element | undefined): element is Element {
  if (!element || !(element.checkVisibility?.() ?? true)) return false
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= 0 && top <= element.ownerDocument.documentElement.clientHeight
}
