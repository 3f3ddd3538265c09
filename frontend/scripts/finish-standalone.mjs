// `next build` leaves the static files beside the standalone server; the server looks for them inside its folder.
import { cpSync, existsSync } from "node:fs"

const standalone = ".next/standalone"
cpSync(".next/static", `${standalone}/.next/static`, { recursive: true })
if (existsSync("public")) cpSync("public", `${standalone}/public`, { recursive: true })
