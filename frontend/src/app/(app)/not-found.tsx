import type { Metadata } from "next"
import { ButtonLink } from "@/components/ui/button-link"
import { PageHead } from "@/components/ui/page-head"
import { t } from "@/lib/i18n"

export function generateMetadata(): Metadata {
  return { title: t("Not found") }
}

/** An address that names nothing; the frame around it leads everywhere else. */
export default function AppNotFound() {
  return (
    <>
      <PageHead
        title={t("There is nothing here")}
        state={t("The address may be old, or a letter of it is wrong.")}
      />
      <ButtonLink href="/">{t("Go home")}</ButtonLink>
    </>
  )
}
