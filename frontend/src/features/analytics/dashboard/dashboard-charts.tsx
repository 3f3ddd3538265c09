import type { Dashboard } from "@/lib/api/types"
import { dayKey } from "@/lib/dates"
import { DayChart } from "../components/day-chart"
import { Panel } from "../components/panel"
import { fillDays } from "../points"

/** Views, and followers won less lost, of all accounts together. */
export function DashboardCharts({ dashboard, isOld }: { dashboard: Dashboard; isOld: boolean }) {
  const { range, days } = dashboard
  const today = dayKey(Date.now(), range.time_zone)
  return (
    <div className="grid gap-6 wide:grid-cols-2">
      <Panel title="Views by day" isOld={isOld}>
        <DayChart label="Views by day" name="Views" days={fillDays(range, days, "views")} today={today} />
      </Panel>
      <Panel title="Followers gained less lost, by day" isOld={isOld}>
        <DayChart
          label="Followers gained less lost, by day"
          name="Net"
          days={fillDays(range, days, "followers_net")}
          today={today}
          isChange
        />
      </Panel>
    </div>
  )
}
