import { notFound } from '../../domain/errors.ts'
import type { PackSummary, PublishedPack } from '../../domain/library/pack.ts'
import { publishedJson, type Published } from '../../platform/published.ts'

export function readPacks(published: Published): Promise<PackSummary[]> {
  return publishedJson('library/packs.json', published)
}

export async function readPack(id: string, published: Published): Promise<PublishedPack> {
  const packs = await readPacks(published)
  if (!packs.some((pack) => pack.id === id)) throw notFound()
  return publishedJson(`library/${id}.json`, published)
}
