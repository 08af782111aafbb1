/** Calendar programs by what they call themselves; never the whole line, which can tell too much about a person. */
const families = [
  [/Google-Calendar-Importer/i, 'google'],
  [/Outlook|Microsoft[ .-](?:Office|Exchange)|ExchangeServicesClient/i, 'outlook'],
  [/Thunderbird/i, 'thunderbird'],
  [/dataaccessd|CalendarAgent|(?:iOS|macOS)\/[\d.]+ .*(?:Calendar|accountsd)/i, 'apple'],
  [/Evolution|evolution-data-server/i, 'evolution'],
  [/ICSx5|DAVx5|DAVdroid/i, 'icsx5'],
  [/Mozilla/i, 'browser'],
] as const

export type Program = (typeof families)[number][1] | 'other'

export function programOf(userAgent: string | undefined): Program {
  return families.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? 'other'
}
