/** Return which frame of a filmstrip stands at a share (0 to 1) of the clip. */
export function frameAt({ frames }: { frames: number }, share: number): number {
  return Math.min(frames - 1, Math.max(0, Math.floor(share * frames)))
}
