"use client"

import { Broken, type ErrorPageProps } from "@/components/frame/broken"
import { t } from "@/lib/i18n"

/** A page broke; the frame around it still works. */
export default function AppErrorPage(props: ErrorPageProps) {
  return (
    <Broken
      {...props}
      title={t("This page broke")}
      lead={t("Carillon could not show it. What you typed is kept.")}
    />
  )
}
