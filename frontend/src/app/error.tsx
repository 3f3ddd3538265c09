"use client"

import { Entrance } from "@/components/frame/entrance"
import { Button } from "@/components/ui/button"

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <Entrance
      title="This page broke"
      lead="What you typed is kept. Try again; if it stays, the reference helps to find out why."
    >
      <Button kind="primary" size="wide" onClick={reset}>
        Try again
      </Button>
      {error.digest ? <p className="text-12 text-muted">Reference {error.digest}</p> : null}
    </Entrance>
  )
}
