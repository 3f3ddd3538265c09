import { fireEvent, render, screen } from "@testing-library/react"
import { useState } from "react"
import { expect, it } from "vitest"
import { useRowDrag } from "./use-row-drag"

const HEIGHTS: Record<string, number> = { dawn: 80, noon: 300, dusk: 80 }

/** A list of rows of different heights, each with a handle. */
function Rows() {
  const [rows, setRows] = useState(["dawn", "noon", "dusk"])
  const { dragged, grab, listeners } = useRowDrag((from, to) =>
    setRows((before) => before.toSpliced(from, 1).toSpliced(to, 0, before[from] ?? "")),
  )
  return (
    <ol {...listeners} ref={(list) => void (list && lay(list, rows))}>
      {rows.map((name, index) => (
        <li key={name} data-dragged={dragged === index}>
          <span onPointerDown={(event) => grab(event, index)}>{name}</span>
        </li>
      ))}
    </ol>
  )
}

/** jsdom lays nothing out: put the rows under each other, and let the list take the pointer. */
function lay(list: HTMLOListElement, rows: string[]): void {
  list.setPointerCapture = () => undefined
  let top = 0
  for (const [index, row] of [...list.children].entries()) {
    const height = HEIGHTS[rows[index] ?? ""] ?? 0
    const box = new DOMRect(0, top, 100, height)
    row.getBoundingClientRect = () => box
    top += height
  }
}

const order = () => screen.getAllByRole("listitem").map((row) => row.textContent)
const over = (clientY: number) => fireEvent.pointerMove(screen.getByRole("list"), { clientY })

it("a row is dragged to its place, past a taller one only when it stays there", () => {
  render(<Rows />)
  fireEvent.pointerDown(screen.getByText("dawn"), { button: 0, pointerId: 1 })
  over(90)
  expect(order()).toEqual(["dawn", "noon", "dusk"])
  over(310)
  expect(order()).toEqual(["noon", "dawn", "dusk"])
  over(310)
  expect(order()).toEqual(["noon", "dawn", "dusk"])
  expect(screen.getByText("dawn").closest("li")).toHaveAttribute("data-dragged", "true")
  over(400)
  expect(order()).toEqual(["noon", "dusk", "dawn"])

  fireEvent.pointerUp(screen.getByRole("list"))
  over(10)
  expect(order()).toEqual(["noon", "dusk", "dawn"])
})

it("another button than the first moves nothing", () => {
  render(<Rows />)
  fireEvent.pointerDown(screen.getByText("dawn"), { button: 2, pointerId: 1 })
  over(310)
  expect(order()).toEqual(["dawn", "noon", "dusk"])
})
