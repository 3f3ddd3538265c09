/** Carillon's mark: a bell and its clapper in one line. */
export function Mark() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-6 shrink-0 fill-none stroke-accent stroke-[1.75]"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M4 18c2.5-2 2-6 2.6-9C7.3 5.6 9.3 4 12 4s4.7 1.6 5.4 5c.6 3 .1 7 2.6 9z" />
      <path d="M9.5 18c0 3 5 3 5 0M12 4V2" />
    </svg>
  )
}
