/** Every zone this browser knows, and the one in use where it does not. */
export function knownZones(own: string): string[] {
  const zones = new Set(["UTC", own, ...Intl.supportedValuesOf("timeZone")])
  return [...zones].sort((one, other) => one.localeCompare(other))
}
