import type { Dashboard } from "@/lib/api/types"
import { dayKey } from "@/lib/dates"
import { t } from "@/lib/i18n"
import { DayChart } from "../components/day-chart"
import { Panel } from "../components/panel"
import { fillDays } from "../points"

/** Views, and followers won less lost, of all accounts together. */
export function DashboardCharts({ dashboard, isOld }: { dashboard: Dashboard; isOld: boolean }) {
  const { range, days } = dashboard
  const today = dayKey(Date.now(), range.time_zone)
  return (
    <div className="grid gap-6 wide:grid-cols-2">
      <Panel title={t("Views by day")} isOld={isOld}>
        <DayChart
          label={t("Views by day")}
          name={t("Views")}
          days={fillDays(range, days, "views")}
          today={today}
        />
      </Panel>
      <Panel title={t("Followers gained less lost, by day")} isOld={isOld}>
        <DayChart
          label={t("Followers gained less lost, by day")}
          name={t("Net")}
          days={fillDays(range, days, "followers_net")}
          today={today}
          isChange
        />
      </Panel>
    </div>
  )
}
