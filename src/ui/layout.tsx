import { html } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { isOnTablet } from '../domain/access.ts'
import { locales } from '../platform/i18n.ts'
import { Alarms } from './alarms.tsx'
import { ButtonLink } from './button.tsx'
import { Icon } from './icon.tsx'
import { roleMessages } from '../platform/role-messages.ts'
import { frameMessages, languageNames } from './messages.ts'
import { accountEntry, isUnder, navigationFor, type NavigationEntry } from './navigation.ts'
import type { View } from './view.ts'

/** htmx must not write a style element: the content policy would refuse it. Its indicator is in `style.css`. */
const HTMX_CONFIG = JSON.stringify({ includeIndicatorCSS: false })
const ENTRIES_ON_BAR = 3

type LayoutProps = PropsWithChildren<{
  view: View
  /** of the browser's tab; the page's own heading is `PageHeader` */
  title: string
  /** path of the navigation entry to mark, where it does not follow from the page's own path */
  current?: string
  /** beside the content on wide screens, below it on narrow ones */
  aside?: Child
}>

/** A whole HTML document. */
export function Layout({ view, title, current, aside, children }: LayoutProps) {
  const entries = view.member === null ? [] : navigationFor(view.member.actor)
  const marked = [...entries, accountEntry].find((entry) =>
    current ? entry.path === current : isUnder(view.path, entry.path),
  )
  return html`<!doctype html>${(
      <html lang={view.locale}>
        <Head view={view} title={title} />
        <body class={view.member === null ? 'is-signed-out' : undefined}>
          <a class="skip-link" href="#main">
            {view.t(frameMessages.skip)}
          </a>
          <Header view={view} />
          {entries.length > 0 && <SideNavigation view={view} entries={entries} marked={marked} />}
          <main id="main" tabindex={-1} class={aside === undefined ? 'main' : 'main main-with-aside'}>
            <div class="content">
              <Alarms view={view} />
              {children}
            </div>
            {aside !== undefined && <aside class="aside">{aside}</aside>}
          </main>
          {entries.length > 0 && <BarNavigation view={view} entries={entries} marked={marked} />}
          {view.isUseToNote && <div hx-post="/account/seen" hx-trigger="load" hx-swap="none"></div>}
        </body>
      </html>
    )}`
}

function Head({ view, title }: { view: View; title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <title>{`${title} · ${view.organisationName}`}</title>
      <meta name="htmx-config" content={HTMX_CONFIG} />
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/assets/style.css" />
      <script src="/assets/htmx.js" defer></script>
      <script src="/assets/islands.js" defer></script>
    </head>
  )
}

function Header({ view }: { view: View }) {
  return (
    <header class="header">
      <a class="brand" href="/">
        <Icon name="calendar-check" />
        <span class="brand-name">{view.organisationName}</span>
      </a>
      <LanguageSwitch view={view} />
      {view.member !== null && <WhoIsIn view={view} member={view.member} />}
    </header>
  )
}

function LanguageSwitch({ view }: { view: View }) {
  return (
    <form class="language" method="post" action="/language">
      <input type="hidden" name="back" value={view.path} />
      {locales
        .filter((locale) => locale !== view.locale)
        .map((locale) => (
          <button class="header-button" name="locale" value={locale} lang={locale}>
            {languageNames[locale]}
          </button>
        ))}
    </form>
  )
}

type WhoIsInProps = { view: View; member: NonNullable<View['member']> }

function WhoIsIn({ view, member }: WhoIsInProps) {
  return isOnTablet(member.actor) ? (
    <SwitchPerson view={view} member={member} />
  ) : (
    <AccountMenu view={view} member={member} />
  )
}

/** On a shared tablet the next person is one tap away, whatever page the last one left. */
function SwitchPerson({ view, member }: WhoIsInProps) {
  return (
    <form class="account" method="post" action="/tablet/switch">
      <button class="header-button">
        <span class="account-name">{member.name}</span>
        <Icon name="arrow-left-right" />
        {view.t(frameMessages.switchPerson)}
      </button>
    </form>
  )
}

function AccountMenu({ view, member }: WhoIsInProps) {
  return (
    <details class="menu account">
      <summary class="header-button" aria-label={view.t(frameMessages.account, { name: member.name })}>
        <Icon name="user" />
        <span class="account-name">{member.name}</span>
      </summary>
      <div class="menu-panel">
        <p class="menu-text">
          <strong>{member.name}</strong>
          <br />
          {view.t(roleMessages[member.actor.role])}
        </p>
        <a class="menu-item" href="/account">
          <Icon name="user" />
          {view.t(accountEntry.label)}
        </a>
        <form method="post" action="/sign-out">
          <button class="menu-item">
            <Icon name="log-out" />
            {view.t(frameMessages.signOut)}
          </button>
        </form>
      </div>
    </details>
  )
}

type NavigationProps = { view: View; entries: NavigationEntry[]; marked: NavigationEntry | undefined }

function SideNavigation({ view, entries, marked }: NavigationProps) {
  return (
    <nav class="side-navigation" aria-label={view.t(frameMessages.navigation)}>
      {entries.map((entry) => (
        <NavigationLink view={view} entry={entry} marked={marked} />
      ))}
    </nav>
  )
}

function BarNavigation({ view, entries, marked }: NavigationProps) {
  const rest = [...entries.slice(ENTRIES_ON_BAR), accountEntry]
  const isMarkedInRest = marked !== undefined && rest.includes(marked)
  return (
    <nav class="bar-navigation" aria-label={view.t(frameMessages.navigation)}>
      {entries.slice(0, ENTRIES_ON_BAR).map((entry) => (
        <NavigationLink view={view} entry={entry} marked={marked} />
      ))}
      <details class="menu">
        <summary class={isMarkedInRest ? 'navigation-link is-current' : 'navigation-link'}>
          <Icon name="ellipsis" />
          {view.t(frameMessages.more)}
        </summary>
        <div class="menu-panel">
          {rest.map((entry) => (
            <NavigationLink view={view} entry={entry} marked={marked} />
          ))}
        </div>
      </details>
    </nav>
  )
}

type NavigationLinkProps = { view: View; entry: NavigationEntry; marked: NavigationEntry | undefined }

function NavigationLink({ view, entry, marked }: NavigationLinkProps) {
  return (
    <a class="navigation-link" href={entry.path} aria-current={entry === marked ? 'page' : undefined}>
      <Icon name={entry.icon} />
      <span>{view.t(entry.label)}</span>
    </a>
  )
}

type PageHeaderProps = PropsWithChildren<{
  title: Child
  /** one line below the title */
  lead?: Child
  /** the page above this one */
  back?: { href: string; label: string }
}>

/** The page's `h1`; children are its actions. */
export function PageHeader({ title, lead, back, children }: PageHeaderProps) {
  return (
    <div class="page-header">
      <div>
        {back && (
          <a class="back-link" href={back.href}>
            {back.label}
          </a>
        )}
        <h1>{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {Boolean(children) && <div class="actions">{children}</div>}
    </div>
  )
}

type ErrorPageProps = PropsWithChildren<{
  view: View
  title: string
  detail?: string
  requestId?: string
}>

/** What went wrong and the way out; children say what else can be done. */
export function ErrorPage({ view, title, detail, requestId, children }: ErrorPageProps) {
  return (
    <Layout view={view} title={title} current="none">
      <div class="error-page">
        <PageHeader title={title} lead={detail} />
        {children}
        <p>
          <ButtonLink href="/" kind="primary">
            {view.t(frameMessages.home)}
          </ButtonLink>
        </p>
        {requestId !== undefined && (
          <p class="quiet">{view.t(frameMessages.requestNumber, { id: requestId })}</p>
        )}
      </div>
    </Layout>
  )
}
