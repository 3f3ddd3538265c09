import { t } from "@/lib/i18n"
import { ConnectButton } from "./connect-button"

/** Stands in the picker's place while there is nobody to pick. */
export function NoAccount() {
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-muted">
        {t("No account is connected yet. Your draft is kept while you connect one.")}
      </p>
      <ConnectButton />
    </div>
  )
}
