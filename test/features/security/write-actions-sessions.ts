import { sessionsOf, signedInToo } from '../account/support.ts'
import type { Person, World } from '../support/world.ts'
import type { ActionAnywhere } from './write-actions-anywhere.ts'

const everybody: readonly Person[] = [
  'viewer',
  'inspector',
  'lead',
  'officeLead',
  'neighbour',
  'supervisor',
  'admin',
]

/** One's own sessions are one's own alone; an administrator signs people out, and sees nobody's. */
export const actionsOnSessions: Readonly<Record<string, ActionAnywhere>> = {
  'end one of the inspector’s sessions': {
    may: ['inspector'],
    refused: [404],
    prepare: sessionOfInspector,
    api: (client, id) => client.delete(`/api/v1/sessions/${id}`),
    page: (client, id) => client.form(`/account/sessions/${id}/ending`, {}),
  },
  'end one’s other sessions': {
    may: everybody,
    prepare: anotherOfEach,
    api: (client) => client.delete('/api/v1/sessions'),
    page: (client) => client.form('/account/sessions/ending', { which: 'others' }),
  },
  'sign a nurse out everywhere': {
    may: ['admin'],
    api: (client, _, { member }) => client.delete(`/api/v1/members/${member.colleague}/sessions`),
    page: (client, _, { member }) =>
      client.form(`/members/${member.colleague}/signing-out`, { version: '1' }),
  },
}

async function sessionOfInspector(world: World): Promise<string> {
  const here = await signedInToo(world, 'inspector')
  return (await sessionsOf(world, here)).find(({ current }) => current)?.id ?? ''
}

async function anotherOfEach(world: World): Promise<string> {
  for (const person of everybody) await signedInToo(world, person)
  return ''
}
