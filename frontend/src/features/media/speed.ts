const WINDOW_MS = 6_000

export type Speed = { bytesPerSecond: number; secondsLeft: number }

/** Measure how fast something moves, over the last few seconds; null until it can be told. */
export function makeSpeedometer(total: number): (sent: number, now: number) => Speed | null {
  let points: { sent: number; now: number }[] = []
  return (sent, now) => {
    points = [...points.filter((point) => now - point.now <= WINDOW_MS), { sent, now }]
    const first = points[0]
    if (!first || now - first.now < 300 || sent <= first.sent) return null
    const bytesPerSecond = ((sent - first.sent) * 1_000) / (now - first.now)
    return { bytesPerSecond, secondsLeft: (total - sent) / bytesPerSecond }
  }
}
