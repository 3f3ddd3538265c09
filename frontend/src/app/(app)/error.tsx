"use client"

import { Broken, type ErrorPageProps } from "@/components/frame/broken"

/** A page broke; the frame around it still works. */
export default function AppErrorPage(props: ErrorPageProps) {
  return (
    <Broken {...props} title="This page broke" lead="Carillon could not show it. What you typed is kept." />
  )
}
