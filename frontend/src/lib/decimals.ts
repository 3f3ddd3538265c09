import { t } from "./i18n"

/** Write a number with some decimals, in the reader's way: 2.5 → "2.5", in German "2,5". */
export function decimals(value: number, places = 1): string {
  return value.toFixed(places).replace(".", t("."))
}

/** The same without decimals that say nothing: 2.0 → "2". */
export function fewDecimals(value: number, places = 1): string {
  return String(Number(value.toFixed(places))).replace(".", t("."))
}
