import type { PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'

/** `primary`: the one thing to do here. `quiet`: looks like a link. `danger`: takes something away. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

/** Attributes for htmx and for islands, passed on to the element. */
export type Behaviour = { [attribute: `hx-${string}` | `data-${string}`]: string | undefined }

type SubmitButtonProps = PropsWithChildren<
  Behaviour & { kind?: ButtonKind; icon?: IconName; name?: string; value?: string; formaction?: string }
>

export function SubmitButton({ kind = 'primary', icon, children, ...attributes }: SubmitButtonProps) {
  return (
    <button type="submit" class={`button button-${kind}`} {...attributes}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  )
}

type ButtonLinkProps = PropsWithChildren<
  Behaviour & { href: string; kind?: ButtonKind; icon?: IconName; target?: '_blank' }
>

/** A link that looks like a button; it never changes anything. */
export function ButtonLink({ href, kind = 'plain', icon, children, ...attributes }: ButtonLinkProps) {
  return (
    <a class={`button button-${kind}`} href={href} {...attributes}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </a>
  )
}
