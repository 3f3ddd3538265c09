"use client"

import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void }

/** A page broke; the frame around it still works. */
export default function AppErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <>
      <PageHead title="This page broke" state="What you typed is kept." />
      <Notice
        kind="failed"
        className="max-w-form"
        action={
          <Button size="small" onClick={reset}>
            Try again
          </Button>
        }
      >
        <p>Carillon could not show this page.</p>
        {error.digest ? <p className="text-12 text-muted">Reference {error.digest}</p> : null}
      </Notice>
    </>
  )
}
