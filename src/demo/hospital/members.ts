import { departmentStaff } from './members-departments.ts'
import { officeStaff } from './members-offices.ts'
import type { SeedMember } from './types.ts'

/** The six people a visitor may sign in as. */
const personas: SeedMember[] = [
  {
    slug: 'zhou-mingyuan',
    name: { 'zh-CN': '周明远', en: 'Zhou Mingyuan' },
    units: ['leadership'],
    role: 'supervisor',
    rights: [],
    persona: 'supervisor',
  },
  {
    slug: 'lin-jingyi',
    name: { 'zh-CN': '林静怡', en: 'Lin Jingyi' },
    units: ['infection-control'],
    role: 'supervisor',
    rights: [],
    persona: 'planner',
  },
  {
    slug: 'chen-yutong',
    name: { 'zh-CN': '陈雨桐', en: 'Chen Yutong' },
    units: ['respiratory-ward'],
    role: 'inspector',
    rights: [],
    persona: 'inspector',
  },
  {
    slug: 'zhao-yulan',
    name: { 'zh-CN': '赵玉兰', en: 'Zhao Yulan' },
    units: ['respiratory-ward'],
    role: 'lead',
    rights: [],
    persona: 'lead',
  },
  {
    slug: 'he-wenbo',
    name: { 'zh-CN': '何文博', en: 'He Wenbo' },
    units: ['hospital'],
    role: 'viewer',
    rights: ['audit'],
    persona: 'auditor',
  },
  {
    slug: 'sun-haoran',
    name: { 'zh-CN': '孙浩然', en: 'Sun Haoran' },
    units: ['it'],
    role: 'admin',
    rights: [],
    persona: 'admin',
  },
]

export const members: SeedMember[] = [...personas, ...officeStaff, ...departmentStaff]
