import { mayExport, requireAllowed } from '../../domain/access.ts'
import { printAssets, printHeader, printMembers, printUnits } from '../../domain/imports/print-lists.ts'
import type { ImportKind } from '../../domain/imports/words.ts'
import { inTreeOrder, unitTree } from '../../domain/unit-tree.ts'
import type { Context } from '../../platform/context.ts'
import { tagWordsIn } from '../../platform/tag-messages.ts'
import { listAssets } from '../assets/queries.ts'
import { listMembers } from '../members/queries.ts'
import { allUnits } from '../units/queries.ts'

/** More than a hospital has. */
const mostThings = 50_000

/** All units, members or assets, closed ones too, as rows under their header. */
export async function exportList(context: Context, kind: ImportKind): Promise<string[][]> {
  requireAllowed(mayExport(context.actor))
  const { store, locale } = context
  const units = await allUnits(store)
  const words = tagWordsIn(locale)
  const page = { after: null, limit: mostThings }
  if (kind === 'units') {
    const inOrder = inTreeOrder(unitTree(units)).map(({ unit }) => unit)
    return printUnits(inOrder, words, locale)
  }
  if (kind === 'members') {
    const { members } = await listMembers(store, { units: null }, page)
    return printMembers(members, units, locale)
  }
  const { assets } = await listAssets(store, { units: null }, page)
  return printAssets(assets, units, words, locale)
}

/** The header alone, for a list to be filled in. */
export function emptyList(context: Context, kind: ImportKind): string[][] {
  requireAllowed(mayExport(context.actor))
  return [printHeader(kind, context.locale)]
}
