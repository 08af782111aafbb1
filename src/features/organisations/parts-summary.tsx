import { usedReasons } from '../../domain/round/excuse-reasons.ts'
import type { NamesInFeeds, NamesToOthers } from '../../domain/settings.ts'
import type { Message } from '../../platform/i18n.ts'
import type { Organisation } from '../../platform/organisation.ts'
import { weekdayNames } from '../../ui/format.ts'
import { languageNames } from '../../ui/messages.ts'
import type { View } from '../../ui/view.ts'
import { excuseWord } from '../rounds/parts.tsx'
import { hubMessages as words, namesMessages, retentionMessages, zoneMessages } from './settings-messages.ts'

/** Settings as they stand, a line each. */

export function organisationWords(view: View, { timeZone, locale, settings, ...org }: Organisation): string {
  return view.t(words.organisationIs, {
    name: view.nameOf(org),
    zone: zoneWords(view, timeZone),
    language: languageNames[locale],
    weekday: weekdayNames(view.locale)[settings.firstWeekday - 1] ?? '',
  })
}

/** "北京时间（Asia/Shanghai）"; the name alone where it has no words of ours. */
export function zoneWords(view: View, timeZone: string): string {
  const known: Record<string, Message> = zoneMessages
  const message = known[timeZone]
  return message === undefined ? timeZone : `${timeZone} · ${view.t(message)}`
}

export const inFeedsWords: Record<NamesInFeeds, Message> = {
  none: namesMessages.inFeedsNone,
  full: namesMessages.inFeedsFull,
}

export const toOthersWords: Record<NamesToOthers, Message> = {
  full: namesMessages.full,
  family: namesMessages.family,
  role: namesMessages.role,
}

export function namesWords(view: View, { settings: { names } }: Organisation): string {
  return view.t(words.namesAre, {
    inFeeds: view.t(inFeedsWords[names.inFeeds]),
    toOthers: view.t(toOthersWords[names.toOthers]),
  })
}

export function retentionWords(view: View, { settings: { keepMonths } }: Organisation): string {
  if (keepMonths === null) return view.t(words.retentionForEver)
  return view.t(words.retentionMonths, { months: keepMonths })
}

/** "5 years (60 months)" where it is whole years. */
export function monthsWords(view: View, months: number): string {
  if (months % 12 !== 0) return view.t(retentionMessages.months, { months })
  return view.t(retentionMessages.years, { years: months / 12, months })
}

export function excusesWords(view: View): string {
  const reasons = usedReasons(view.settings.excuses).map(({ code }) => excuseWord(view, code))
  return view.t(words.excusesAre, { reasons: reasons.join(view.locale === 'en' ? ', ' : '、') })
}
