import type { Named } from '../../domain/named.ts'
import { lookupOf } from '../../domain/sign-in-code.ts'
import type { Instant } from '../../domain/time/zone.ts'
import type { Locale } from '../../platform/i18n.ts'
import { hashOfSecret } from '../../platform/ids.ts'
import { query } from '../../platform/sql.ts'
import type { Store } from '../../platform/store.ts'

/** A link that works, and whom it lets in. */
export type SignInLink = {
  memberId: string
  member: Named
  organisation: Named & { locale: Locale }
  madeBy: string
  /** what is kept of its code, where it has one that is not dead */
  code: { hash: string; tries: number; triedBy: string } | null
}

type LinkRow = {
  member_id: string
  name: string
  name_en: string | null
  org_name: string
  org_name_en: string | null
  org_locale: Locale
  made_by: string
  code_hash: string | null
  code_tries: number
  code_tried_by: string | null
}

/** Of nobody whose account, or whose maker's, was changed since. */
const liveLinks = `SELECT link.member_id, members.name, members.name_en, organisations.name AS org_name,
     organisations.name_en AS org_name_en, organisations.locale AS org_locale, link.made_by, link.code_hash, link.code_tries, link.code_tried_by
   FROM sign_in_links AS link
     JOIN members ON members.org_id = :org AND members.id = link.member_id
       AND members.version = link.member_version AND members.closed_on IS NULL
     JOIN members AS maker ON maker.org_id = :org AND maker.id = link.made_by
       AND maker.version = link.maker_version AND maker.closed_on IS NULL
     JOIN organisations ON organisations.id = :org
   WHERE link.org_id = :org AND link.expires_at > :now`

const selectLink = query<LinkRow, { hash: string; now: Instant }>(
  'sign-in.link',
  `${liveLinks} AND link.token_hash = :hash`,
)

const selectByCode = query<LinkRow, { lookup: string; now: Instant }>(
  'sign-in.link-by-code',
  `${liveLinks} AND link.code_lookup = :lookup`,
)

/** Null where the link was used, has expired, was replaced, or never was. */
export async function findLink(store: Store, secret: string, now: Instant): Promise<SignInLink | null> {
  const row = await store.first(selectLink({ hash: hashOfSecret(secret), now }))
  return row && toLink(row)
}

/** The link whose code is meant; whether it is the right code its hash tells. */
export async function findLinkByCode(store: Store, code: string, now: Instant): Promise<SignInLink | null> {
  const row = await store.first(selectByCode({ lookup: lookupOf(code), now }))
  return row && toLink(row)
}

function toLink(row: LinkRow): SignInLink {
  const { code_hash: hash, code_tries: tries, code_tried_by: triedBy } = row
  return {
    memberId: row.member_id,
    member: { name: row.name, nameEn: row.name_en },
    organisation: { name: row.org_name, nameEn: row.org_name_en, locale: row.org_locale },
    madeBy: row.made_by,
    code: hash === null ? null : { hash, tries, triedBy: triedBy ?? '' },
  }
}
