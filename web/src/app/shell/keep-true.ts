import type { ServerToClient } from '@chasqui/contracts'
import type { Query } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queryClient } from '#lib/query-client.ts'
import { on } from '#lib/realtime.ts'

/** Reads, by their routes, that seldom become another, and are then read again wherever they are shown. Some are told by the trail alone. */
const seldom = {
  'audit.grew': ['apiKeys.list', 'invitations.list', 'live.wallLinks', 'roles.list'],
  'campaign.updated': ['campaigns.list', 'campaigns.read', 'campaigns.numbers', 'queues.list', 'queues.read'],
  'channel.updated': ['channels.list', 'home.read'],
  'flow.updated': ['flows.list'],
  'member.updated': ['users.list', 'users.read', 'invitations.list', 'teams.list'],
  'reply.updated': ['replies.list', 'replies.folders'],
  'team.updated': ['teams.list'],
} as const satisfies Partial<Record<keyof ServerToClient, readonly string[]>>

/** Always at hand in the inbox, and told by the trail alone, which grows with much else: read again when they are opened next. */
const opened = new Set<unknown>(['closingReasons.list', 'conduct.read', 'views.list'])

/** The inbox sees to these by itself: what it has read stays true while it is away from the screen. */
const keptByInbox = ({ queryKey: [route, part] }: Query): boolean =>
  route === 'conversations.read' || route === 'conversations.messages' || (route === 'conversations.list' && part === 'rows')

/** ms in which what happens at once is answered at once. */
const burst = 150

const create = () => {
  const routes = new Set<unknown>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = () => {
    timer = undefined
    const outdated = new Set(routes)
    routes.clear()
    if (outdated.size > 0) void queryClient.invalidateQueries({ predicate: ({ queryKey: [route] }) => outdated.has(route) })
    // Whatever is not on screen has nobody who follows it: it is read again when it is shown next.
    const isOutOfSight = (query: Query) => opened.has(query.queryKey[0]) || (!query.isActive() && !keptByInbox(query))
    void queryClient.invalidateQueries({ refetchType: 'none', predicate: isOutOfSight })
  }
  return {
    hear: (outdated: readonly string[]) => {
      for (const route of outdated) routes.add(route)
      timer ??= setTimeout(settle, burst)
    },
    stop: () => clearTimeout(timer),
  }
}

/** Keeps what was read true on every page, and what was read before for when somebody comes back to it. */
export const useKeepTrue = (): void =>
  useEffect(() => {
    const { hear, stop } = create()
    const ends: (() => void)[] = Object.entries(seldom).map(([name, outdated]) => on(name as keyof typeof seldom, () => hear(outdated)))
    // Every event moves the cursor.
    ends.push(
      on('cursor.moved', () => hear([])),
      stop,
    )
    return () => {
      for (const end of ends) end()
    }
  }, [])
