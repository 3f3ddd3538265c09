"use client"

import { BrokenEntrance, type ErrorPageProps } from "@/components/frame/broken"
import { t } from "@/lib/i18n"

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <BrokenEntrance
      {...props}
      title={t("This page broke")}
      lead={t("Carillon could not show it. What you typed is kept.")}
    />
  )
}
