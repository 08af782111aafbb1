import { parseDate } from '../../domain/time/civil.ts'
import { write, type BoundWrite } from '../../platform/sql.ts'
import { assets } from '../hospital/assets.ts'
import { checklists } from '../hospital/checklists.ts'
import { members } from '../hospital/members.ts'
import { settings } from '../hospital/settings.ts'
import { units } from '../hospital/units.ts'
import { writeDemoState } from '../state.ts'
import { idOfSlug } from './ids.ts'

const insertOrganisation = write<{ name: string; nameEn: string; settings: string; now: number }>(
  'demo.insert-organisation',
  `INSERT INTO organisations (id, name, name_en, time_zone, locale, settings, created_at)
   VALUES (:org, :name, :nameEn, 'Asia/Shanghai', 'zh-CN', :settings, :now)`,
)

const insertUnits = write<{ rows: string; now: number }>(
  'demo.insert-units',
  `INSERT INTO units (org_id, id, parent_id, name, name_en, code, tags, sort_order, updated_at)
   SELECT :org, value ->> 'id', value ->> 'parentId', value ->> 'name', value ->> 'nameEn', value ->> 'code',
     value ->> 'tags', value ->> 'order', :now
   FROM json_each(:rows)`,
)

const insertMembers = write<{ rows: string; now: number }>(
  'demo.insert-members',
  `INSERT INTO members (org_id, id, code, name, name_en, role, rights, updated_at)
   SELECT :org, value ->> 'id', value ->> 'code', value ->> 'name', value ->> 'nameEn', value ->> 'role', value ->> 'rights', :now
   FROM json_each(:rows)`,
)

const insertMemberUnits = write<{ rows: string }>(
  'demo.insert-member-units',
  `INSERT INTO member_units (org_id, member_id, unit_id)
   SELECT :org, value ->> 'memberId', value ->> 'unitId' FROM json_each(:rows)`,
)

const insertAssets = write<{ rows: string; now: number }>(
  'demo.insert-assets',
  `INSERT INTO assets (org_id, id, unit_id, type, name, name_en, code, tags, valid_until_on, updated_at)
   SELECT :org, value ->> 'id', value ->> 'unitId', value ->> 'type', value ->> 'name', value ->> 'nameEn',
     value ->> 'code', value ->> 'tags', value ->> 'validUntil', :now
   FROM json_each(:rows)`,
)

const insertChecklists = write<{ rows: string; now: number }>(
  'demo.insert-checklists',
  `INSERT INTO checklists (org_id, id, title, title_en, current_version, updated_at)
   SELECT :org, value ->> 'id', value ->> 'title', value ->> 'titleEn', 1, :now FROM json_each(:rows)`,
)

const insertChecklistVersions = write<{ rows: string; now: number }>(
  'demo.insert-checklist-versions',
  `INSERT INTO checklist_versions (org_id, checklist_id, checklist_version, items, published_at)
   SELECT :org, value ->> 'id', 1, value ->> 'items', :now FROM json_each(:rows)`,
)

/** The hospital, its tree, people, devices and checklists, as they were when the demo's year began. */
export function peopleWrites(now: number): BoundWrite[] {
  const hospital = units[0]
  if (!hospital) throw new Error('the demo hospital has no units')
  return [
    insertOrganisation({
      settings: JSON.stringify(settings),
      name: hospital.name['zh-CN'],
      nameEn: hospital.name.en,
      now,
    }),
    insertUnits({ rows: JSON.stringify(unitRows()), now }),
    insertMembers({ rows: JSON.stringify(memberRows()), now }),
    insertMemberUnits({ rows: JSON.stringify(memberUnitRows()) }),
    insertAssets({ rows: JSON.stringify(assetRows()), now }),
    insertChecklists({ rows: JSON.stringify(checklistRows()), now }),
    insertChecklistVersions({ rows: JSON.stringify(checklistRows()), now }),
    writeDemoState({ filledUntil: 'people', clockAhead: 0 }),
  ]
}

function unitRows() {
  return units.map((unit) => ({
    id: idOfSlug('unit', unit.slug),
    parentId: unit.parent && idOfSlug('unit', unit.parent),
    name: unit.name['zh-CN'],
    nameEn: unit.name.en,
    code: unit.code,
    tags: JSON.stringify(unit.tags),
    order: unit.order,
  }))
}

/** Staff numbers count up in the order of the list. */
const firstStaffNumber = 10_001

function memberRows() {
  return members.map((member, index) => ({
    id: idOfSlug('member', member.slug),
    code: String(firstStaffNumber + index),
    name: member.name['zh-CN'],
    nameEn: member.name.en,
    role: member.role,
    rights: JSON.stringify(member.rights),
  }))
}

function memberUnitRows() {
  return members.flatMap((member) =>
    member.units.map((unit) => ({
      memberId: idOfSlug('member', member.slug),
      unitId: idOfSlug('unit', unit),
    })),
  )
}

function assetRows() {
  return assets.map((asset) => ({
    id: idOfSlug('asset', asset.slug),
    unitId: idOfSlug('unit', asset.unit),
    type: asset.type,
    name: asset.name['zh-CN'],
    nameEn: asset.name.en,
    code: asset.code,
    tags: JSON.stringify(asset.tags),
    validUntil: asset.validUntil === undefined ? null : parseDate(asset.validUntil),
  }))
}

function checklistRows() {
  return checklists.map((checklist) => ({
    id: idOfSlug('checklist', checklist.slug),
    title: checklist.title['zh-CN'],
    titleEn: checklist.title.en,
    items: JSON.stringify(
      checklist.items.map((item) => ({
        id: item.slug,
        text: item.text['zh-CN'],
        textEn: item.text.en,
        ...(item.help && { help: item.help['zh-CN'], helpEn: item.help.en }),
      })),
    ),
  }))
}
