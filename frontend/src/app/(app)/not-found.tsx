import type { Metadata } from "next"
import { ButtonLink } from "@/components/ui/button-link"
import { PageHead } from "@/components/ui/page-head"

export const metadata: Metadata = { title: "Not found" }

/** An address that names nothing; the frame around it leads everywhere else. */
export default function AppNotFound() {
  return (
    <>
      <PageHead title="There is nothing here" state="The address may be old, or a letter of it is wrong." />
      <ButtonLink href="/">Go home</ButtonLink>
    </>
  )
}
