import type { Permission } from '@chasqui/contracts'
import { Gauge, House, Inbox, ListTodo, type LucideIcon, RadioTower, ScrollText, ShieldCheck, Smartphone, Workflow } from 'lucide-react'

/** The pages of the navigation, the palette and the `g` shortcuts, in groups divided by a line. */
export type PageKey = 'home' | 'inbox' | 'tasks' | 'live' | 'sim' | 'flows' | 'channels' | 'access' | 'audit'
export type Page = { key: PageKey; path: `/a/$tenant/${PageKey}`; icon: LucideIcon; keys: string; permission: Permission }

/** So many pages have a place of their own in the bar of phones, beside what leads to the rest. */
export const tabs = 4

export const pageGroups: readonly (readonly Page[])[] = [
  [
    { key: 'home', path: '/a/$tenant/home', icon: House, keys: 'g h', permission: 'tenant.read' },
    { key: 'inbox', path: '/a/$tenant/inbox', icon: Inbox, keys: 'g i', permission: 'conversations.read' },
    { key: 'tasks', path: '/a/$tenant/tasks', icon: ListTodo, keys: 'g t', permission: 'tasks.read' },
    { key: 'live', path: '/a/$tenant/live', icon: Gauge, keys: 'g l', permission: 'live.read' },
  ],
  [
    { key: 'sim', path: '/a/$tenant/sim', icon: Smartphone, keys: 'g m', permission: 'simulator.use' },
    { key: 'flows', path: '/a/$tenant/flows', icon: Workflow, keys: 'g f', permission: 'flows.read' },
  ],
  [
    { key: 'channels', path: '/a/$tenant/channels', icon: RadioTower, keys: 'g w', permission: 'channels.read' },
    { key: 'access', path: '/a/$tenant/access', icon: ShieldCheck, keys: 'g r', permission: 'roles.read' },
  ],
  [{ key: 'audit', path: '/a/$tenant/audit', icon: ScrollText, keys: 'g a', permission: 'audit.read' }],
]
