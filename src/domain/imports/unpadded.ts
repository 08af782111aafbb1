/** Lists set names of two characters as wide as those of three: 王 敏, with a wide blank, is 王敏. */
export function unpadded(name: string): string {
  return name.replaceAll(/(?<=\p{Script=Han})\p{Zs}+(?=\p{Script=Han})/gu, '')
}
