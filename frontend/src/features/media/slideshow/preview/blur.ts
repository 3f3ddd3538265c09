/**
 * The soft, darker copy behind a photo, as the renderer makes it (backend/video/slideshow/canvas.py): a Gaussian blur at an eighth of
 * the canvas's size. By hand, for not every browser's canvas can blur.
 */

const RADIUS = 4
const LEAST = 0.2 // what weighs less than this at the middle's 1 is left out, as libvips does
const LIGHT = 0.7
const CHANNELS = 4

/** The weights of a line of pixels around its middle; they sum up to 1. */
function weights(): number[] {
  const half: number[] = []
  for (let x = 0; ; x += 1) {
    const weight = Math.exp(-(x * x) / (2 * RADIUS * RADIUS))
    if (weight < LEAST) break
    half.push(weight)
  }
  const all = [...half.slice(1).reverse(), ...half]
  const sum = all.reduce((total, weight) => total + weight, 0)
  return all.map((weight) => weight / sum)
}

/** Blur and darken a picture of red, green, blue and alpha, in place; its edges count on beyond themselves. */
export function soften(pixels: Uint8ClampedArray, width: number, height: number): void {
  const kernel = weights()
  const across = sweep(pixels, width, height, kernel, CHANNELS, width * CHANNELS)
  const down = sweep(across, height, width, kernel, width * CHANNELS, CHANNELS)
  for (let index = 0; index < pixels.length; index += 1) {
    pixels[index] = index % CHANNELS === CHANNELS - 1 ? 255 : (down[index] ?? 0) * LIGHT
  }
}

/** Blur every line: `step` is from pixel to pixel within one, `jump` from line to line. */
function sweep(
  from: ArrayLike<number>,
  length: number,
  lines: number,
  kernel: readonly number[],
  step: number,
  jump: number,
): Float32Array {
  const to = new Float32Array(from.length)
  const reach = (kernel.length - 1) / 2
  for (let line = 0; line < lines; line += 1) {
    for (let place = 0; place < length; place += 1) {
      for (let channel = 0; channel < CHANNELS - 1; channel += 1) {
        const start = line * jump + channel
        let sum = 0
        for (let tap = 0; tap < kernel.length; tap += 1) {
          const near = Math.min(Math.max(place + tap - reach, 0), length - 1)
          sum += (from[start + near * step] ?? 0) * (kernel[tap] ?? 0)
        }
        to[start + place * step] = sum
      }
    }
  }
  return to
}
