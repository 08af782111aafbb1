import type { IconName } from './icon-names.ts'

type IconProps = {
  name: IconName
  /** given where the icon stands alone; beside a word it stays silent */
  label?: string
}

export function Icon({ name, label }: IconProps) {
  const voice =
    label === undefined ? { 'aria-hidden': 'true' as const } : { role: 'img', 'aria-label': label }
  return (
    <svg class="icon" width="20" height="20" {...voice}>
      <use href={`/assets/sprite.svg#${name}`} />
    </svg>
  )
}
