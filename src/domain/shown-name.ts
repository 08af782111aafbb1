import type { Named } from './named.ts'
import { mayReadAudit, type Actor, type Role } from './access.ts'
import type { NamesToOthers } from './settings.ts'

/** How a person is called to somebody: by a name, perhaps a shortened one, or only by the role. */
export type ShownName = Named | { role: Role }

export type NamedPerson = Named & {
  role: Role
  /** they belong to a unit of the reader's, or to one below or above */
  isNear: boolean
}

/** Who answers for the whole organisation, or audits it, always sees names. */
export function seesAllNames(actor: Actor): boolean {
  return mayReadAudit(actor)
}

/** The one rule of how people are called; `rule` is the organisation's. */
export function shownName(rule: NamesToOthers, reader: Actor, person: NamedPerson): ShownName {
  const { name, nameEn, role } = person
  if (rule === 'full' || person.isNear || seesAllNames(reader)) return { name, nameEn }
  if (rule === 'role') return { role }
  return { name: shortened(name), nameEn: nameEn === null ? null : shortened(nameEn) }
}

// Family names of two characters, as far as they are met with today.
const compound =
  /^(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|东方|南宫|宇文|长孙|澹台|轩辕)/

/** "王**"; of a name in other letters, whose order we do not know, the initials: "W. M.". */
export function shortened(name: string): string {
  if (/^\p{Script=Han}/u.test(name)) return `${compound.exec(name)?.[0] ?? firstLetter(name)}**`
  const words = name.split(/[\s.]+/u).filter((word) => word !== '')
  return words.map((word) => `${firstLetter(word)}.`).join(' ')
}

function firstLetter(text: string): string {
  return /^./u.exec(text)?.[0] ?? ''
}
