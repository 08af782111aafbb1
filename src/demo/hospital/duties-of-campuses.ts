import { duties } from './duties.ts'
import type { Bilingual, SeedDuty } from './types.ts'

/** The hospital that the bench measures has 300 duties. */
const dutiesOfBigDemo = 300

const east = { 'zh-CN': '东院区', en: 'East Campus' }
const sites = [
  east,
  { 'zh-CN': '西院区', en: 'West Campus' },
  { 'zh-CN': '南院区', en: 'South Campus' },
  { 'zh-CN': '北院区', en: 'North Campus' },
]

/** The hospital's duties, and as many of them for other sites as make 300: what units check themselves for each site. */
export function bigDuties(): readonly SeedDuty[] {
  const ofUnits = duties.filter(({ performedBy }) => performedBy === 'target')
  const elsewhere = [
    ...sites.flatMap((site) => ofUnits.map((duty) => dutyAt(duty, site))),
    ...duties.filter((duty) => !ofUnits.includes(duty)).map((duty) => dutyAt(duty, east)),
  ]
  return [...duties, ...elsewhere.slice(0, dutiesOfBigDemo - duties.length)]
}

function dutyAt(duty: SeedDuty, site: Bilingual): SeedDuty {
  const { title } = duty
  return {
    ...duty,
    title: { 'zh-CN': `${title['zh-CN']}（${site['zh-CN']}）`, en: `${title.en} (${site.en})` },
  }
}
