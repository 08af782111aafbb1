/** How tags and types of assets are written in lists. */
export type TagWords = {
  readTags: (text: string) => string[]
  readType: (text: string) => string
  printTag: (tag: string) => string
  printType: (type: string) => string
}
