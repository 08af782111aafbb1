import type { Person, World } from '../support/world.ts'

export type DeputyBody = {
  id: string
  memberId: string
  deputyId: string
  from: string
  until: string
  lasts: boolean
  madeBy: string
}

type Wanted = { absent: Person; deputy: Person; from?: string; until?: string; by?: Person }

/** The leave as the API takes it: from 5 to 10 March, entered by the absent where nobody else is named. */
export function appoint(world: World, wanted: Wanted): Promise<Response> {
  const { absent, deputy, from = '2026-03-05', until = '2026-03-10', by = absent } = wanted
  return world.as(by).post(`/api/v1/members/${world.member[absent]}/deputies`, {
    deputyId: world.member[deputy],
    from,
    until,
  })
}

export async function appointed(world: World, wanted: Wanted): Promise<DeputyBody> {
  const response = await appoint(world, wanted)
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return response.json<DeputyBody>()
}
