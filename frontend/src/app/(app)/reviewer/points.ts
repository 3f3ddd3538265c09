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

export type Clue = { id: ClueId; words: string }

export type Point = {
  title: string
  /** What the person does. */
  doing: string
  /** What the reviewer must see of it; each is marked when it was on the screen. */
  clues: readonly Clue[]
}

export const points: readonly Point[] = [
  {
    title: "The creator",
    doing: "Choose the account that is to post.",
    clues: [
      { id: "asked", words: "TikTok was asked now what the account may do" },
      { id: "named", words: "Its nickname stands above its choices" },
    ],
  },
  {
    title: "Words and viewers",
    doing: "Write the caption. Show that nothing is preset, then choose who can see the post.",
    clues: [
      { id: "caption", words: "A caption is written" },
      { id: "no_default", words: "Who can see it is not preset" },
      { id: "unticked", words: "Comment, Duet and Stitch begin unticked" },
      { id: "privacy", words: "Who can see it is chosen from the account's own list" },
    ],
  },
  {
    title: "Commercial content",
    doing: "Show the disclosure off, switch it on, point at the button, then tick a box.",
    clues: [
      { id: "off", words: "The disclosure begins switched off" },
      { id: "blocked", words: "On and nothing ticked: nothing can be sent, and the button says why" },
      { id: "label", words: "The label is told once a box is ticked" },
    ],
  },
  {
    title: "The declaration",
    doing: "Scroll to the declaration, with “Your brand” alone and with “Branded content”.",
    clues: [
      { id: "music", words: "Music Usage Confirmation, before the button" },
      { id: "policy", words: "With branded content, the Branded Content Policy as well" },
    ],
  },
  {
    title: "What is posted, and after",
    doing: "Show the preview, press the button yourself, and wait for the final state.",
    clues: [
      { id: "preview", words: "The preview shows the media and the very words" },
      { id: "sent", words: "It was sent by pressing the button" },
      { id: "notice", words: "It is said that processing can take a few minutes" },
      { id: "final", words: "The final state is shown" },
    ],
  },
]
