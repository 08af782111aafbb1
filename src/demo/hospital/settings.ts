import { defaultSettings, type Settings } from '../../domain/settings.ts'

/** The hospital lies in China and keeps its holidays as they are announced. */
export const settings: Settings = { ...defaultSettings, workingDays: { country: 'CN', weekend: [6, 7] } }
