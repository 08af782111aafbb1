import type { Right, Role } from '../access.ts'

/** The words of lists: how columns, roles and states are headed and written, in both languages and as others write them. */

export type Locale = 'zh-CN' | 'en'
export type Words = Readonly<Record<Locale, string>> & { also?: readonly string[] }

export type ImportKind = 'units' | 'members' | 'assets'
export const importKinds: readonly ImportKind[] = ['units', 'members', 'assets']

const nameEn: Words = { 'zh-CN': '英文名称', en: 'English name', also: ['name in English'] }
const tags: Words = { 'zh-CN': '标签', en: 'Tags', also: ['tag'] }
const state: Words = { 'zh-CN': '状态', en: 'State', also: ['使用状态', 'status'] }
const id: Words = { 'zh-CN': '系统编号', en: 'ID' }

export const columnWords = {
  units: {
    code: {
      'zh-CN': '科室编码',
      en: 'Code',
      also: ['编码', '科室代码', '部门编码', '部门代码', 'unit code', 'department code'],
    },
    name: {
      'zh-CN': '名称',
      en: 'Name',
      also: ['科室名称', '科室', '部门', '部门名称', 'unit', 'unit name', 'department'],
    },
    nameEn,
    parent: {
      'zh-CN': '上级科室',
      en: 'Belongs to',
      also: ['上级', '上级部门', '上级科室名称', '上级科室编码', '所属上级', 'parent', 'parent unit'],
    },
    tags,
    order: { 'zh-CN': '显示顺序', en: 'Order', also: ['排序', '顺序', 'sort order'] },
    state,
    id,
  },
  members: {
    code: {
      'zh-CN': '工号',
      en: 'Staff number',
      also: [
        '职工号',
        '员工号',
        '员工编号',
        '职工编号',
        '人员编号',
        'staff no',
        'staff no.',
        'staff id',
        'employee id',
        'code',
      ],
    },
    name: { 'zh-CN': '姓名', en: 'Name', also: ['员工姓名', '职工姓名', 'full name'] },
    nameEn: {
      'zh-CN': '英文姓名',
      en: 'Name in English',
      also: ['拼音', '姓名拼音', 'english name', 'pinyin'],
    },
    role: { 'zh-CN': '角色', en: 'Role', also: ['系统角色'] },
    units: {
      'zh-CN': '所在科室',
      en: 'Units',
      also: [
        '科室',
        '科室名称',
        '所属科室',
        '部门',
        '所在部门',
        '所属部门',
        'unit',
        'department',
        'departments',
      ],
    },
    rights: { 'zh-CN': '另外授权', en: 'Further rights', also: ['授权', 'rights'] },
    state: { ...state, also: ['在职状态', '人员状态', '账户状态', 'status'] },
    id,
  },
  assets: {
    code: {
      'zh-CN': '设备编号',
      en: 'Asset number',
      also: ['编号', '编码', '资产编号', '设备编码', '固定资产编号', 'asset no.', 'asset code', 'code'],
    },
    name: { 'zh-CN': '名称', en: 'Name', also: ['设备名称', '资产名称', 'asset name'] },
    nameEn,
    unit: {
      'zh-CN': '所在科室',
      en: 'Unit',
      also: ['科室', '科室名称', '使用科室', '所属科室', '存放科室', '使用部门', 'units', 'department'],
    },
    type: { 'zh-CN': '类型', en: 'Type', also: ['设备类型', '设备分类', '类别', 'asset type'] },
    tags,
    validUntil: {
      'zh-CN': '证书有效期至',
      en: 'Certificate valid until',
      also: ['有效期至', '有效期', '检定有效期', '检定有效期至', 'valid until'],
    },
    state,
    id,
  },
} satisfies Record<ImportKind, Record<string, Words>>

export type UnitColumn = keyof (typeof columnWords)['units']
export type MemberColumn = keyof (typeof columnWords)['members']
export type AssetColumn = keyof (typeof columnWords)['assets']
export type Column = UnitColumn | MemberColumn | AssetColumn

export function columnsOf(kind: ImportKind): [Column, Words][] {
  return Object.entries(columnWords[kind]) as [Column, Words][]
}

/** The first of each language is what pages call the role; `words.test.ts` holds them together. */
export const roleWords: Record<Role, Words> = {
  admin: { 'zh-CN': '系统管理员', en: 'Administrator', also: ['管理员', 'admin'] },
  supervisor: { 'zh-CN': '主管', en: 'Supervisor', also: ['主管领导', '职能部门', '分管领导'] },
  lead: { 'zh-CN': '科室负责人', en: 'Lead', also: ['负责人', '科主任', '护士长'] },
  inspector: { 'zh-CN': '执行人', en: 'Inspector', also: ['检查人'] },
  viewer: { 'zh-CN': '查阅人', en: 'Viewer', also: ['查阅', '只读'] },
}

export const rightWords: Record<Right, Words> = {
  audit: { 'zh-CN': '查看操作日志', en: 'Read the audit trail', also: ['操作日志', 'audit', 'audit trail'] },
}

export type State = 'open' | 'closed'

/** People are at work, things in use; both are read either way. */
export const stateWords: Record<ImportKind, Record<State, Words>> = {
  units: { open: { 'zh-CN': '在用', en: 'In use' }, closed: { 'zh-CN': '停用', en: 'Closed' } },
  members: { open: { 'zh-CN': '在职', en: 'Active' }, closed: { 'zh-CN': '停用', en: 'Closed' } },
  assets: { open: { 'zh-CN': '在用', en: 'In use' }, closed: { 'zh-CN': '停用', en: 'Closed' } },
}

const anyState: Record<State, Words> = {
  open: { 'zh-CN': '在职', en: 'Active', also: ['在用', '启用', '使用中', '正常', '在岗', 'in use', 'open'] },
  closed: {
    'zh-CN': '停用',
    en: 'Closed',
    also: ['已停用', '离职', '已离职', '退休', '报废', '已报废', 'out of use', 'inactive', 'left'],
  },
}

export const readRole = reader(roleWords)
export const readRight = reader(rightWords)
export const readState = reader(anyState)

/** What a cell says where nothing shall stand there any more; the first as a preview prints it. */
export const nothingWords: Words = { 'zh-CN': '（空）', en: '(nothing)' }
export const mayBeEmptied: ReadonlySet<Column> = new Set<Column>([
  'code',
  'nameEn',
  'parent',
  'tags',
  'units',
  'rights',
  'validUntil',
])

export function readNothing(text: string): boolean {
  const typed = text.normalize('NFKC').toLowerCase()
  return wordsIn(nothingWords).some((word) => word.normalize('NFKC') === typed)
}

/** A header as typed, without case, blanks, marks of what is required and remarks in brackets. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\([^()]{0,40}\)/g, '')
    .replaceAll(/[\s*:]/g, '')
    .toLowerCase()
}

function reader<Key extends string>(words: Record<Key, Words>): (text: string) => Key | undefined {
  const keys = new Map<string, Key>()
  for (const [key, one] of Object.entries(words) as [Key, Words][])
    for (const word of [key, ...wordsIn(one)]) keys.set(plain(word), key)
  return (text) => keys.get(plain(text))
}

export function wordsIn({ 'zh-CN': chinese, en, also = [] }: Words): string[] {
  return [chinese, en, ...also]
}
