import type { PropsWithChildren } from 'hono/jsx'
import { mayAdminister, mayReadMemberRole, mayReadMembers, type Actor } from '../../domain/access.ts'
import { byName } from '../../ui/collate.ts'
import { roleMessages } from '../../platform/role-messages.ts'
import { assetTypeName } from '../../platform/tag-messages.ts'
import { Tags } from '../../ui/tags.tsx'
import type { View } from '../../ui/view.ts'
import { categoryName } from '../../ui/category-messages.ts'
import type { Asset } from '../assets/queries.ts'
import type { SuspendedThing } from '../duties/queries-suspending.ts'
import type { UnitMember } from '../members/queries.ts'
import { unitMessages as words } from './messages.ts'
import { UnitLink, UnitTree } from './parts.tsx'
import type { OwnedDuty, Unit } from './queries.ts'

/** Of each kind of thing that belongs to a unit; the rest is on the kind's own list. */
export const mostShown = 30

/** What belongs to a unit directly; of each kind the first few. */
export type ContentsOfUnit = {
  /** null: at the top, or not the reader's to see */
  parent: Unit | null
  below: Unit[]
  assets: Asset[]
  members: UnitMember[]
  duties: OwnedDuty[]
  suspended: SuspendedThing
}

export function UnitFacts({ view, unit, parent }: { view: View; unit: Unit; parent: Unit | null }) {
  return (
    <dl class="facts">
      {parent !== null && (
        <>
          <dt>{view.t(words.parent)}</dt>
          <dd>
            <UnitLink view={view} unit={parent} />
          </dd>
        </>
      )}
      {unit.code !== null && (
        <>
          <dt>{view.t(words.code)}</dt>
          <dd>{unit.code}</dd>
        </>
      )}
      {unit.tags.length > 0 && (
        <>
          <dt>{view.t(words.tags)}</dt>
          <dd>
            <Tags view={view} tags={unit.tags} />
          </dd>
        </>
      )}
    </dl>
  )
}

type UnitContentsProps = { view: View; actor: Actor; unit: Unit; contents: ContentsOfUnit }

export function UnitContents({ view, actor, unit, contents }: UnitContentsProps) {
  const { below, assets, members, duties } = contents
  return (
    <>
      {below.length > 0 && (
        <section class="section">
          <h2>{view.t(words.below)}</h2>
          <UnitTree view={view} branches={below.map((one) => ({ unit: one, below: [] }))} />
        </section>
      )}
      <Section title={view.t(words.owns)} none={view.t(words.ownsNothing)} isEmpty={duties.length === 0}>
        <DutyList view={view} unit={unit} duties={duties} />
      </Section>
      <Section title={view.t(words.assets)} none={view.t(words.noAssets)} isEmpty={assets.length === 0}>
        <AssetList view={view} assets={assets} />
      </Section>
      <p>
        <a href={`/assets?unit=${unit.id}`}>{view.t(words.allAssets)}</a>
      </p>
      <Section title={view.t(words.members)} none={view.t(words.noMembers)} isEmpty={members.length === 0}>
        <MemberList view={view} actor={actor} unit={unit} members={members} />
        {members.length === mostShown && (
          <p class="quiet">{view.t(words.moreMembers, { count: mostShown })}</p>
        )}
      </Section>
      {mayReadMembers(actor) && (
        <p>
          <a href={`/members?unit=${unit.id}`}>{view.t(words.allMembers)}</a>
        </p>
      )}
    </>
  )
}

type SectionProps = PropsWithChildren<{ title: string; none: string; isEmpty: boolean }>

function Section({ title, none, isEmpty, children }: SectionProps) {
  return (
    <section class="section">
      <h2>{title}</h2>
      {isEmpty ? <p class="quiet">{none}</p> : children}
    </section>
  )
}

function DutyList({ view, unit, duties }: { view: View; unit: Unit; duties: OwnedDuty[] }) {
  return (
    <>
      <ul>
        {duties.map((duty) => (
          <li>
            <a href={`/duties/${duty.id}`}>{view.nameOf({ name: duty.title, nameEn: duty.titleEn })}</a>{' '}
            <span class="quiet">{categoryName(view, duty.category)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/duties?ownedBy=${unit.id}`}>{view.t(words.moreDuties)}</a>
      </p>
    </>
  )
}

function AssetList({ view, assets }: { view: View; assets: Asset[] }) {
  return (
    <ul>
      {assets.map((asset) => (
        <li class={asset.closedOn === null ? undefined : 'is-closed'}>
          <a href={`/assets/${asset.id}`}>{view.nameOf(asset)}</a>{' '}
          <span class="quiet">
            {assetTypeName(view, asset.type)} {asset.code}
          </span>
          {asset.closedOn !== null && <span> {view.t(words.closed)}</span>}
        </li>
      ))}
    </ul>
  )
}

type MemberListProps = { view: View; actor: Actor; unit: Unit; members: UnitMember[] }

function MemberList({ view, actor, unit, members }: MemberListProps) {
  return (
    <ul>
      {members.toSorted(byName(view)).map((member) => (
        <li>
          {mayAdminister(actor) ? (
            <a href={`/members/${member.id}/edit`}>{view.nameOf(member)}</a>
          ) : (
            view.nameOf(member)
          )}{' '}
          {mayReadMemberRole(actor, { id: member.id, unitIds: [unit.id] }) && (
            <span class="quiet">{view.t(roleMessages[member.role])}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
