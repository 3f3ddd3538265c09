"use client"

import { BrokenEntrance, type ErrorPageProps } from "@/components/frame/broken"

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <BrokenEntrance
      {...props}
      title="This page broke"
      lead="What you typed is kept. Try again; if it stays, the reference helps to find out why."
    />
  )
}
