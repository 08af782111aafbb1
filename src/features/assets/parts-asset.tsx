import { mayAdminister, seesAll, type Actor } from '../../domain/access.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { HiddenVersion } from '../../ui/editor.tsx'
import { formatDay } from '../../ui/format.ts'
import { Layout, PageHeader } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { assetTypeName } from '../../platform/tag-messages.ts'
import { Tags } from '../../ui/tags.tsx'
import type { View } from '../../ui/view.ts'
import { dutyMessages } from '../duties/messages.ts'
import { Suspensions } from '../duties/parts-suspension.tsx'
import type { SuspendedThing } from '../duties/queries-suspending.ts'
import { UnitLink } from '../units/parts.tsx'
import type { Unit } from '../units/queries.ts'
import { assetMessages as words } from './messages.ts'
import { ValidUntil } from './parts.tsx'
import type { Asset } from './queries.ts'

type AssetPageProps = {
  view: View
  actor: Actor
  asset: Asset
  unit: Unit | null
  suspended: SuspendedThing
}

export function AssetPage({ view, actor, asset, unit, suspended }: AssetPageProps) {
  const name = view.nameOf(asset)
  return (
    <Layout view={view} title={name}>
      <PageHeader
        title={name}
        lead={assetTypeName(view, asset.type)}
        back={{ href: '/assets', label: view.t(words.backToList) }}
      >
        {seesAll(actor) && asset.closedOn === null && (
          <ButtonLink href={`/assets/${asset.id}/suspension/new`}>{view.t(dutyMessages.suspend)}</ButtonLink>
        )}
        {mayAdminister(actor) && <AssetActions view={view} asset={asset} />}
      </PageHeader>
      {asset.closedOn !== null && (
        <Notice
          view={view}
          kind="info"
          title={view.t(words.closedSince, { day: formatDay(view, asset.closedOn) })}
        >
          <p>{view.t(words.closedHelp)}</p>
        </Notice>
      )}
      <Suspensions view={view} id={asset.id} path={`/assets/${asset.id}`} {...suspended} />
      <AssetFacts view={view} asset={asset} unit={unit} />
    </Layout>
  )
}

function AssetFacts({ view, asset, unit }: { view: View; asset: Asset; unit: Unit | null }) {
  return (
    <dl class="facts">
      {unit !== null && (
        <>
          <dt>{view.t(words.unit)}</dt>
          <dd>
            <UnitLink view={view} unit={unit} />
          </dd>
        </>
      )}
      {asset.code !== null && (
        <>
          <dt>{view.t(words.code)}</dt>
          <dd>{asset.code}</dd>
        </>
      )}
      {asset.validUntil !== null && (
        <>
          <dt>{view.t(words.validUntil)}</dt>
          <dd>
            <ValidUntil view={view} day={asset.validUntil} />
          </dd>
        </>
      )}
      {asset.tags.length > 0 && (
        <>
          <dt>{view.t(words.tags)}</dt>
          <dd>
            <Tags view={view} tags={asset.tags} />
          </dd>
        </>
      )}
    </dl>
  )
}

function AssetActions({ view, asset }: { view: View; asset: Asset }) {
  return (
    <>
      <ButtonLink href={`/assets/${asset.id}/edit`} icon="pencil">
        {view.t(words.edit)}
      </ButtonLink>
      {asset.closedOn === null ? (
        <ButtonLink href={`/assets/${asset.id}/closing`} kind="danger">
          {view.t(words.close)}
        </ButtonLink>
      ) : (
        <form method="post" action={`/assets/${asset.id}/reopening`}>
          <HiddenVersion version={asset.version} />
          <SubmitButton kind="plain" icon="undo-2">
            {view.t(words.reopen)}
          </SubmitButton>
        </form>
      )}
    </>
  )
}
