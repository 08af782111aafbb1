import { parseArgs } from 'node:util'
import { Refusal } from '../src/domain/errors.ts'
import { printInstant } from '../src/domain/time/zone.ts'
import { foundOrganisation, letBackIn, type WayIn } from '../src/features/organisations/found-organisation.ts'
import {
  foundOrganisationSchema,
  type FoundOrganisationInput,
} from '../src/features/organisations/schemas.ts'
import { linkAddress } from '../src/features/sign-in/address.ts'
import { literal, literalSql } from '../src/platform/literal-sql.ts'
import { faultSentence } from '../src/platform/problem.ts'
import { parseTyped } from '../src/platform/validation.ts'
import { execute, fail, migrateLocal, orUsage } from './d1.ts'
import { deployedOrigin } from './deployed-origin.ts'
import { chosenPort } from './port.ts'

/**
 * Makes an organisation with its first administrator and prints a sign-in link for them. A second run with the same name and
 * administrator makes no second organisation but another link: the first may have expired. The store holds several
 * organisations, each with a name of its own.
 */
const usage = `npm run organisation -- --name NAME --admin NAME [--name-en NAME] [--time-zone Asia/Shanghai] [--locale zh-CN] [--remote]`

const { founding, remote } = orUsage(usage, readOptions)
const origin = remote ? deployedOrigin() : localOrigin()
if (!remote) migrateLocal()

const run = { now: Date.now(), requestId: crypto.randomUUID() }
const known = findKnown(founding)
const wayIn = known ? letBackIn(known.orgId, known.admin, run) : foundOrganisation(founding, run)
execute(wayIn.writes.map((write) => literalSql(write, wayIn.orgId)).join(';\n'), { remote })
report(wayIn)

function readOptions(): { founding: FoundOrganisationInput; remote: boolean } {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      'name-en': { type: 'string' },
      admin: { type: 'string' },
      'time-zone': { type: 'string', default: 'Asia/Shanghai' },
      locale: { type: 'string', default: 'zh-CN' },
      remote: { type: 'boolean', default: false },
    },
  })
  const { name, 'name-en': nameEn = null, admin, 'time-zone': timeZone, locale, remote: isRemote } = values
  return { founding: parseFounding({ name, nameEn, admin, timeZone, locale }), remote: isRemote }
}

function parseFounding(typed: object): FoundOrganisationInput {
  try {
    return parseTyped(foundOrganisationSchema, typed)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const sentences = fault.faults.map((one) => `--${optionOf(one.path)}: ${faultSentence(one, 'en')}`)
    throw new Error(sentences.join('\n'), { cause: fault })
  }
}

/** That of `npm run serve`, or of `npm start`. */
function localOrigin(): string {
  return process.env.ROUNDS_ORIGIN ?? `http://localhost:${chosenPort()}`
}

/** `timeZone` → `time-zone` */
function optionOf(path: string): string {
  return path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

type Known = { orgId: string; admin: { id: string; version: number } }

/** The organisation of that name with its administrator of that name. Refuses what looks like a slip: the name is taken, by others. */
function findKnown({ name, admin }: FoundOrganisationInput): Known | null {
  const [organisations, admins] = execute<[{ id: string }[], { id: string; version: number }[]]>(
    `SELECT id FROM organisations WHERE name = ${literal(name)} LIMIT 2;
     SELECT members.id, members.version
     FROM organisations JOIN members ON members.org_id = organisations.id
     WHERE organisations.name = ${literal(name)} AND members.name = ${literal(admin)}
       AND members.role = 'admin' AND members.closed_on IS NULL LIMIT 2`,
    { remote },
  )
  const [organisation, another] = organisations
  if (!organisation) return null
  const orgId = organisation.id
  const [found, namesake] = admins
  if (another || !found || namesake) {
    fail(
      `There is an organisation ${name} already (${orgId}), and not exactly one administrator ${admin} in it.`,
    )
  }
  return { orgId, admin: found }
}

function report({ orgId, secret, expiresAt }: WayIn): void {
  console.log(`
  ${known ? 'Found' : 'Made'} the organisation ${founding.name} (${orgId}).
  ${founding.admin} signs in with this link, once, before ${printInstant(expiresAt, founding.timeZone)}:

  ${linkAddress(origin, secret)}
`)
}
