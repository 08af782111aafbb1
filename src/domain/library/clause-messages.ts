import type { Words } from './pack.ts'

/** Of a work plan: its article, and which of the duties that the article asks for. */
export const clauseWords: Record<keyof Words, (article: number, item: number) => string> = {
  'zh-CN': (article, item) => `第${article}篇第${item}项`,
  en: (article, item) => `article ${article}, item ${item}`,
}
