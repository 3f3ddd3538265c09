"use client"

import type { ReactNode } from "react"
import { ChooseFile } from "./choose-file"
import { Done } from "./done"
import { accountsToAsk, type Creators } from "./judge"
import { useImportFlow } from "./use-import-flow"
import { Workbench } from "./workbench"

/** What TikTok said about accounts, and how far the asking is. */
export type CreatorAnswers = { creators: Creators; asking: number; failed: number; retry: () => void }

type ImportScreenProps = {
  zone: string
  /** Every zone a file can be in. */
  zones: readonly string[]
  /** Asks TikTok what these accounts may do right now. */
  renderCreators: (slot: {
    accountIds: string[]
    children: (answers: CreatorAnswers) => ReactNode
  }) => ReactNode
}

/** Posts from a CSV file: choose it, look at what each row becomes, mend it in place, import it. */
export function ImportScreen({ zone, zones, renderCreators }: ImportScreenProps) {
  const flow = useImportFlow(zone)
  if (flow.make.data) return <Done result={flow.make.data} flow={flow} zone={zone} />
  if (!flow.source) return <ChooseFile zone={zone} flow={flow} />
  return renderCreators({
    accountIds: accountsToAsk(flow.looked?.result.items ?? []),
    children: (answers) => <Workbench {...{ flow, zone, zones, answers }} />,
  })
}
