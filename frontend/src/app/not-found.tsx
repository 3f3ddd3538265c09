import type { Metadata } from "next"
import { Entrance } from "@/components/frame/entrance"
import { ButtonLink } from "@/components/ui/button-link"

export const metadata: Metadata = { title: "Not found" }

export default function NotFound() {
  return (
    <Entrance title="There is nothing here" lead="The address may be old, or a letter of it is wrong.">
      <ButtonLink href="/" kind="primary" size="wide">
        Go home
      </ButtonLink>
    </Entrance>
  )
}
