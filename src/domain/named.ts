/** A name as people write it, and an English one where somebody gave it. */
export type Named = { name: string; nameEn: string | null }
