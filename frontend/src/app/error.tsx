"use client"

import { BrokenEntrance, type ErrorPageProps } from "@/components/frame/broken"

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <BrokenEntrance
      {...props}
      title="This page broke"
      lead="Carillon could not show it. What you typed is kept."
    />
  )
}
