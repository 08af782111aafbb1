import type { WorkingDaysSettings } from '../settings.ts'
import type { Country } from './countries.ts'

const countryOfZone: Readonly<Record<string, Country>> = {
  'Asia/Shanghai': 'CN',
  'Asia/Urumqi': 'CN',
  'Asia/Hong_Kong': 'HK',
  'Asia/Singapore': 'SG',
  'Asia/Kuala_Lumpur': 'MY',
  'Asia/Bangkok': 'TH',
  'Asia/Ho_Chi_Minh': 'VN',
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Asia/Dubai': 'AE',
  'Asia/Riyadh': 'SA',
  'Africa/Cairo': 'EG',
  'Asia/Jerusalem': 'IL',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Paris': 'FR',
  'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT',
  'Europe/Rome': 'IT',
  'Europe/Madrid': 'ES',
}

const restOnFriday: readonly Country[] = ['SA', 'EG', 'IL']

/** What a new organisation begins with; it is shown and may be changed. null: its zone spans several countries. */
export function workingDaysIn(timeZone: string): WorkingDaysSettings | null {
  const country = countryOfZone[timeZone]
  if (country === undefined) return null
  return { country, weekend: restOnFriday.includes(country) ? [5, 6] : [6, 7] }
}
