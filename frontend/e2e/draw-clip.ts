import { execFileSync } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const PYTHON = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url))
const DRAW = `
import json, sys, av
from PIL import Image
path, clip = sys.argv[1], json.loads(sys.argv[2])
width, height, rate = clip["width"], clip["height"], clip["rate"]
with av.open(path, "w", format="mp4") as output:
    stream = output.add_stream("libx264", rate=rate)
    stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
    for number in range(clip["seconds"] * rate):
        image = Image.new("RGB", (width, height), "#14756A")
        top = 6 * number % (height - 60)
        image.paste("#E0A561", (0, top, width, top + 60))
        frame = av.VideoFrame.from_image(image)
        frame.pts = number
        output.mux(stream.encode(frame))
    output.mux(stream.encode(None))
`

type Clip = { name: string; seconds: number; width: number; height: number; rate: number }

/** Draw a clip with a bar that moves down; return where it lies. */
export function drawClip({ name, ...clip }: Clip): string {
  const path = join(mkdtempSync(join(tmpdir(), "carillon-e2e-")), name)
  execFileSync(PYTHON, ["-c", DRAW, path, JSON.stringify(clip)])
  return path
}
