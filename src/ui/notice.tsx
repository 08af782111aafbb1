import type { PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import { noticeMessages } from './messages.ts'
import type { View } from './view.ts'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

const icons: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'circle-check',
  warning: 'triangle-alert',
  error: 'circle-alert',
}

type NoticeProps = PropsWithChildren<{ view: View; kind: NoticeKind; title?: string }>

/** Something the reader should know before going on; its kind is said, not only coloured. */
export function Notice({ view, kind, title, children }: NoticeProps) {
  const role = kind === 'error' || kind === 'warning' ? 'alert' : 'status'
  return (
    <div class={`notice notice-${kind}`} role={role}>
      <Icon name={icons[kind]} />
      <div class="notice-text">
        <span class="visually-hidden">{view.t(noticeMessages[kind])}</span>
        {title !== undefined && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}

type EmptyStateProps = PropsWithChildren<{ title: string; icon?: IconName }>

/** Nothing to show: says so, and (in its children) what comes next and when, or what to do. */
export function EmptyState({ title, icon = 'circle-check', children }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <Icon name={icon} />
      <p class="empty-state-title">{title}</p>
      {children}
    </div>
  )
}
