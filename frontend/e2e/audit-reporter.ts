import type { FullResult, Reporter, TestCase, TestResult } from "@playwright/test/reporter"

/** Prints each point of TikTok's audit as passed or failed, and what was missing. */
export default class AuditReporter implements Reporter {
  private readonly failed: string[] = []
  private points = 0

  printsToStdio(): boolean {
    return true
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.points += 1
    const passed = result.status === "passed"
    if (!passed) this.failed.push(test.title)
    console.log(`${passed ? "pass" : "FAIL"}  ${test.title}`)
    for (const { message } of passed ? [] : result.errors) console.log(`      ${message?.split("\n")[0]}`)
  }

  onEnd(result: FullResult): void {
    console.log(`\n${this.points - this.failed.length} of ${this.points} points pass.`)
    if (result.status !== "passed" && this.failed.length === 0)
      console.log(`The run ended as ${result.status}.`)
  }
}
