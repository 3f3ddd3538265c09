import type { Metadata } from "next"
import { Entrance } from "@/components/frame/entrance"
import { ButtonLink } from "@/components/ui/button-link"
import { t } from "@/lib/i18n"

export function generateMetadata(): Metadata {
  return { title: t("Not found") }
}

export default function NotFound() {
  return (
    <Entrance
      title={t("There is nothing here")}
      lead={t("The address may be old, or a letter of it is wrong.")}
    >
      <ButtonLink href="/" kind="primary" size="wide">
        {t("Go home")}
      </ButtonLink>
    </Entrance>
  )
}
