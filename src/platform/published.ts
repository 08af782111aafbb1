import type { Bindings } from '../env.ts'

export type Published = Pick<Bindings, 'ASSETS' | 'ROUNDS_ORIGIN'>

/** One of the files that are published beside the pages, so that they weigh nothing in the bundle. */
export async function publishedFile(path: string, { ASSETS, ROUNDS_ORIGIN }: Published): Promise<Response> {
  const answer = await ASSETS.fetch(`${ROUNDS_ORIGIN}/assets/${path}`)
  if (!answer.ok) throw new Error(`${path} is not among the assets: ${answer.status}`)
  return answer
}

const known = new Map<string, unknown>()

/** What stands in a published JSON file, kept as long as this isolate lives: a new one is a new deployment. */
export async function publishedJson<T>(path: string, published: Published): Promise<T> {
  if (!known.has(path)) known.set(path, await (await publishedFile(path, published)).json())
  return known.get(path) as T
}
