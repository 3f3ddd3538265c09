import { m } from "@/lib/i18n"

export const SHORT_WEEKDAYS = [m("Mon"), m("Tue"), m("Wed"), m("Thu"), m("Fri"), m("Sat"), m("Sun")] as const
