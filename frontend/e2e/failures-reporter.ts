import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter"

const LINES = 8
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's colours begin with one.
const COLOURS = /\u001b\[\d+m/g

/** Says last what failed and why, in a few lines each: of a long log the end is what everybody has. */
export default class FailuresReporter implements Reporter {
  private readonly failed: string[] = []

  printsToStdio(): boolean {
    return true
  }

  onTestEnd(test: TestCase, { status, errors }: TestResult): void {
    if (status === test.expectedStatus || status === "skipped") return
    const { file, line } = test.location
    const why = errors.flatMap(({ message, value }) => (message ?? value ?? "").split("\n").slice(0, LINES))
    this.failed.push([`${file}:${line} ${test.title} (${status})`, ...why].join("\n    "))
  }

  onExit(): Promise<void> {
    for (const one of this.failed) console.log(`\n${one.replace(COLOURS, "")}`)
    return Promise.resolve()
  }
}
