import { type Message, m } from "@/lib/i18n"

/** What TikTok's reviewer looks for (Content Sharing Guidelines, points 1 to 5), in the order the video has to show it. */
export type ClueId =
  | "asked"
  | "named"
  | "caption"
  | "no_default"
  | "privacy"
  | "unticked"
  | "off"
  | "blocked"
  | "label"
  | "music"
  | "policy"
  | "preview"
  | "sent"
  | "notice"
  | "final"

export type Clue = { id: ClueId; words: Message }

export type Point = {
  title: Message
  /** What the person does. */
  doing: Message
  /** What the reviewer must see of it; each is marked when it was on the screen. */
  clues: readonly Clue[]
}

export const points: readonly Point[] = [
  {
    title: m("The creator"),
    doing: m("Choose the account that is to post."),
    clues: [
      { id: "asked", words: m("TikTok was asked now what the account may do") },
      { id: "named", words: m("Its nickname stands above its choices") },
    ],
  },
  {
    title: m("Words and viewers"),
    doing: m("Write the caption. Show that nothing is preset, then choose who can see the post."),
    clues: [
      { id: "caption", words: m("A caption is written") },
      { id: "no_default", words: m("Who can see it is not preset") },
      { id: "unticked", words: m("Comment, Duet and Stitch begin unticked") },
      { id: "privacy", words: m("Who can see it is chosen from the account's own list") },
    ],
  },
  {
    title: m("Commercial content"),
    doing: m("Show the disclosure off, switch it on, point at the button, then tick a box."),
    clues: [
      { id: "off", words: m("The disclosure begins switched off") },
      { id: "blocked", words: m("On and nothing ticked: nothing can be sent, and the button says why") },
      { id: "label", words: m("The label is told once a box is ticked") },
    ],
  },
  {
    title: m("The declaration"),
    doing: m("Scroll to the declaration, with “Your brand” alone and with “Branded content”."),
    clues: [
      { id: "music", words: m("Music Usage Confirmation, before the button") },
      { id: "policy", words: m("With branded content, the Branded Content Policy as well") },
    ],
  },
  {
    title: m("What is posted, and after"),
    doing: m("Show the preview, press the button yourself, and wait for the final state."),
    clues: [
      { id: "preview", words: m("The preview shows the media and the very words") },
      { id: "sent", words: m("It was sent by pressing the button") },
      { id: "notice", words: m("It is said that processing can take a few minutes") },
      { id: "final", words: m("The final state is shown") },
    ],
  },
]
