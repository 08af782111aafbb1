import { mayKeepTablets } from '../../domain/access-to-tablets.ts'
import type { Device } from '../../domain/device.ts'
import { locales, type Message } from '../../platform/i18n.ts'
import type { BegunBy } from '../../platform/session.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { roleMessages } from '../../platform/role-messages.ts'
import { languageNames } from '../../ui/messages.ts'
import { Table } from '../../ui/table.tsx'
import { Ago, Instant } from '../../ui/time.tsx'
import type { View } from '../../ui/view.ts'
import type { Member } from '../members/queries.ts'
import type { Unit } from '../units/queries.ts'
import { browserNames, deviceMessages, kindNames, systemNames } from './device-messages.ts'
import { accountMessages as words } from './messages.ts'
import type { OwnSession } from './read-sessions.ts'

type WhoIAmProps = { view: View; member: Member; units: readonly Unit[] }

export function WhoIAm({ view, member, units }: WhoIAmProps) {
  const names = units.map((unit) => view.nameOf(unit)).join(view.t(words.between))
  return (
    <section class="section">
      <dl class="facts">
        <dt>{view.t(words.name)}</dt>
        <dd>{view.nameOf(member)}</dd>
        <dt>{view.t(words.role)}</dt>
        <dd>{view.t(roleMessages[member.role])}</dd>
        <dt>{view.t(words.units)}</dt>
        <dd>{names || view.t(words.noUnits)}</dd>
      </dl>
      <p class="quiet">{view.t(words.whoChanges)}</p>
    </section>
  )
}

/** Each language under its own name, the one in use marked. */
export function LanguageChoice({ view }: { view: View }) {
  return (
    <section class="section">
      <h2>{view.t(words.language)}</h2>
      <form class="actions" method="post" action="/language">
        <input type="hidden" name="back" value="/account" />
        {locales.map((locale) => (
          <button
            class="button button-plain"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === view.locale ? 'true' : 'false'}
          >
            {locale === view.locale && <Icon name="check" />}
            {languageNames[locale]}
          </button>
        ))}
      </form>
    </section>
  )
}

const pagesOfMine = [
  ['/account/passkeys', words.passkeys, words.passkeysAre],
  ['/account/leave', words.leave, words.leaveIs],
  ['/feeds', words.feeds, words.feedsAre],
] as const

/** A lead's only way to the ward's tablets; administrators have them among the settings too. */
const tablets = ['/tablets', words.tablets, words.tabletsAre] as const

function pagesFor({ member }: View) {
  return member !== null && mayKeepTablets(member.actor) ? [...pagesOfMine, tablets] : pagesOfMine
}

export function AlsoMine({ view }: { view: View }) {
  return (
    <section class="section">
      <h2>{view.t(words.more)}</h2>
      <ul class="work-list">
        {pagesFor(view).map(([path, title, what]) => (
          <li class="work">
            <div class="work-what">
              <a class="work-title" href={path}>
                {view.t(title)}
              </a>
              <div class="work-where">{view.t(what)}</div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const begunWords: Record<BegunBy, Message> = {
  link: words.begunByLink,
  code: words.begunByCode,
  passkey: words.begunByPasskey,
  pin: words.begunByPin,
  demo: words.begunByDemo,
}

/** Null: on a tablet that others use too, where nobody's sessions are shown. */
export function SessionList({ view, sessions }: { view: View; sessions: readonly OwnSession[] | null }) {
  return (
    <section class="section">
      <h2>{view.t(words.sessions)}</h2>
      {sessions === null ? (
        <p>{view.t(words.onTabletOnly)}</p>
      ) : (
        <>
          <p>{view.t(words.sessionsLead)}</p>
          <SessionTable view={view} sessions={sessions} />
          <p class="quiet">{view.t(words.endMeans)}</p>
          <EndSessions view={view} hasOthers={sessions.length > 1} />
        </>
      )}
    </section>
  )
}

function SessionTable({ view, sessions }: { view: View; sessions: readonly OwnSession[] }) {
  return (
    <Table
      caption={view.t(words.sessions)}
      captionHidden
      rows={sessions}
      columns={[
        {
          label: view.t(words.device),
          header: true,
          cell: (one) => <DeviceCell view={view} session={one} />,
        },
        {
          label: view.t(words.begun),
          cell: (one) => (
            <>
              <Instant view={view} at={one.createdAt} /> {view.t(begunWords[one.begunBy])}
            </>
          ),
        },
        {
          label: view.t(words.used),
          cell: (one) => (one.isCurrent ? view.t(words.inUse) : <Ago view={view} at={one.usedAt} />),
        },
        { label: view.t(words.ends), cell: (one) => <Instant view={view} at={one.expiresAt} /> },
        {
          label: view.t(words.actions),
          labelHidden: true,
          cell: (one) => !one.isCurrent && <EndSession view={view} session={one} />,
        },
      ]}
    />
  )
}

function DeviceCell({ view, session }: { view: View; session: OwnSession }) {
  return (
    <>
      {deviceWords(view, session)} {session.isCurrent && <span class="tag">{view.t(words.thisOne)}</span>}
    </>
  )
}

function EndSession({ view, session }: { view: View; session: OwnSession }) {
  return (
    <form method="post" action={`/account/sessions/${session.id}/ending`}>
      <SubmitButton kind="plain">
        {view.t(words.end)}
        <span class="visually-hidden">{view.t(words.endOf, { device: deviceWords(view, session) })}</span>
      </SubmitButton>
    </form>
  )
}

function deviceWords(view: View, { device, tabletName }: OwnSession): string {
  return tabletName === null ? wordsOf(view, device) : view.t(words.onTablet, { name: tabletName })
}

/** "Chrome浏览器，安卓手机", "Chrome, Android phone". */
function wordsOf(view: View, { browser, system, kind }: Device): string {
  const space = view.locale === 'en' ? ' ' : ''
  const machine = [system && view.t(systemNames[system]), kind && view.t(kindNames[kind])]
  const parts = [browser && view.t(browserNames[browser]), machine.filter(Boolean).join(space)]
  return parts.filter(Boolean).join(view.t(deviceMessages.between)) || view.t(deviceMessages.unknown)
}

/** Both ways to end many; the first is of no use where this session is the only one. */
function EndSessions({ view, hasOthers }: { view: View; hasOthers: boolean }) {
  return (
    <form class="actions" method="post" action="/account/sessions/ending">
      {hasOthers && (
        <SubmitButton kind="plain" name="which" value="others">
          {view.t(words.endOthers)}
        </SubmitButton>
      )}
      <SubmitButton kind="danger" name="which" value="all">
        {view.t(words.endAll)}
      </SubmitButton>
    </form>
  )
}
