import type { Person, World } from '../support/world.ts'
import type { ActionAnywhere } from './write-actions-anywhere.ts'

const keepers: readonly Person[] = ['supervisor', 'admin']
const off = { isWorking: false, name: '院庆' }
const home = '/settings/working-days'
const stretch = { name: '开学第一周', from: '2026-08-31', until: '2026-09-04' }
const ics = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20260612',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

/** What is said of working days; the country and the weekend are settings. */
export const actionsOnDays: Readonly<Record<string, ActionAnywhere>> = {
  'choose whose holidays are off': {
    may: ['admin'],
    api: (client) =>
      client.patch('/api/v1/organisation', { workingDays: { country: 'DE' } }, { 'If-Match': '1' }),
    page: (client) => client.form('/settings/holidays', { country: 'DE', weekend: ['6', '7'], version: '1' }),
  },
  'say of a day that it is off': {
    may: keepers,
    api: (client) => client.put('/api/v1/working-days/2026-06-12', off),
    page: (client) => client.form(`${home}/days`, { day: '2026-06-12', is: 'off', name: '' }),
  },
  'take back what was said of a day': {
    may: keepers,
    prepare: async (world) => {
      await world.as('admin').put('/api/v1/working-days/2026-06-12', off)
      return '2026-06-12'
    },
    api: (client, day) => client.delete(`/api/v1/working-days/${day}`),
    page: (client, day) => client.form(`${home}/days/removal`, { day }),
  },
  'name some days': {
    may: keepers,
    api: (client) => client.post('/api/v1/day-stretches', { ...stretch, unitId: null }),
    page: (client) => client.form(`${home}/named`, stretch),
  },
  'close a unit for some days': {
    may: keepers,
    api: (client, _, { unit }) => client.post('/api/v1/day-stretches', { ...stretch, unitId: unit.ward1 }),
    page: (client, _, { unit }) => client.form(`${home}/closures`, { ...stretch, unitId: unit.ward1 }),
  },
  'remove named days': {
    may: keepers,
    prepare: stretchIn,
    api: (client, id) => client.delete(`/api/v1/day-stretches/${id}`),
    page: (client, id) => client.form(`${home}/stretches/removal`, { id }),
  },
  'import a calendar of holidays': {
    may: keepers,
    api: (client) => client.post('/api/v1/holiday-imports', { source: '集团', ics }),
    page: (client) =>
      client.form(`${home}/imports`, { source: '集团', kept: '2026-06-12/2026-06-12/off/集团日' }),
  },
  'remove an imported calendar': {
    may: keepers,
    prepare: async (world) => {
      await world.as('admin').post('/api/v1/holiday-imports', { source: '集团', ics })
      return '集团'
    },
    api: (client, source) => client.delete(`/api/v1/holiday-imports/${encodeURIComponent(source)}`),
    page: (client, source) => client.form(`${home}/imports/removal`, { source }),
  },
  'look at what a calendar would change': {
    may: keepers,
    entries: 0,
    writes: false,
    api: (client) => client.post('/api/v1/holiday-imports?dryRun=1', { source: '集团', ics }),
  },
}

async function stretchIn(world: World): Promise<string> {
  const made = await world.as('admin').post('/api/v1/day-stretches', { ...stretch, unitId: null })
  return (await made.json<{ id: string }>()).id
}
