import type { ServerMessages } from './event.ts'
import type { LiveAgent, LiveQueue, LiveRisk, LiveTotals } from './live.ts'
import type { PauseReason, PresenceState } from './presence.ts'

/** Who has a flow open; `stepId` is the step that they edit. */
export type FlowEditor = { userId: string; name: string; stepId: string | null }

/**
 * The socket map. Handshake: `auth: {token, seq?}`. With `seq` (of the last message, or `newestEvent` of `auth/me`) the server first sends everything
 * after it, or `resync` when that is too far back; then `ready` with the newest `seq`. Too many handshakes are refused with `limited` and
 * `data: {retryAfter}` (seconds).
 */
export type ServerToClient = { [Name in keyof ServerMessages]: (message: ServerMessages[Name]) => void } & {
  ready: (message: { seq: number }) => void
  resync: (message: { seq: number }) => void
  /** The access token ran out or the session was revoked: refresh, then connect again. */
  'session.ended': () => void
  /** Passing notices: `seq` is that of the last event before them. */
  'agent.typing': (message: { seq: number; conversationId: string; userId: string; name: string; typing: boolean }) => void
  'agent.viewing': (message: { seq: number; conversationId: string; viewers: { userId: string; name: string }[] }) => void
  /** The customer is writing. Not told again when they stop: a screen lets it fade, or ends it with their message. */
  'contact.typing': (message: { seq: number; conversationId: string }) => void
  /** The trail has new records. */
  'audit.grew': (message: { seq: number }) => void
  /** Too much was said: words of the class of `name` are not heard for so many seconds. Only told to the browser that said them. */
  limited: (message: { seq: number; name: keyof ClientToServer; conversationId: string | null; retryAfter: number }) => void
  'campaign.updated': (message: { seq: number; campaignId: string }) => void
  'channel.updated': (message: { seq: number; channelId: string }) => void
  'contact.updated': (message: { seq: number; contactId: string }) => void
  /** A task of the contact is new, another, or gone. */
  'task.updated': (message: { seq: number; taskId: string; contactId: string }) => void
  /** Its time has come, or will soon: `assigneeId` is to be told of it. */
  'task.due': (message: { seq: number; taskId: string; assigneeId: string; at: string }) => void
  /** `revision`: of the draft, where that is what changed: whoever knows a later one has read it already. */
  'flow.updated': (message: { seq: number; flowId: string; revision?: number }) => void
  /** What people say about its steps is another. */
  'flow.comments': (message: { seq: number; flowId: string }) => void
  /** To whoever has the flow open (`flow.join`). */
  'flow.editors': (message: { seq: number; flowId: string; editors: FlowEditor[] }) => void
  /** A person's role, state or particulars: they themselves learn their permissions anew. */
  'member.updated': (message: { seq: number; userId: string }) => void
  'agent.status': (message: { seq: number; userId: string; state: PresenceState; reason: PauseReason | null; since: string }) => void
  /** Its settings, who is in it, or who waits there. */
  'queue.updated': (message: { seq: number; queueId: string }) => void
  /** Quick replies of a queue or of everybody. */
  'reply.updated': (message: { seq: number; replyId: string | null }) => void
  /** Message templates of a channel. */
  'template.updated': (message: { seq: number; channelId: string }) => void
  /** To whoever watches the board (`live.watch`), at most once a second; only what changed. */
  'analytics.agents.update': (message: { seq: number; at: string; agents: LiveAgent[] }) => void
  'analytics.chats.update': (message: { seq: number; at: string; totals: LiveTotals; atRisk: LiveRisk[] }) => void
  'analytics.queue.update': (message: { seq: number; at: string; queues: LiveQueue[] }) => void
  'team.updated': (message: { seq: number; teamId: string }) => void
  'simulator.screen': (message: { seq: number; channelId: string; phone: string; typing?: boolean }) => void
  /** Any other event moved the cursor; keeps `seq` without gaps on the client. */
  'cursor.moved': (message: { seq: number }) => void
}

export type ClientToServer = {
  'chat.join': (message: { conversationId: string }) => void
  'chat.leave': (message: { conversationId: string }) => void
  'chat.typing': (message: { conversationId: string; typing: boolean }) => void
  'chat.read': (message: { conversationId: string }) => void
  /** Needs `live.read`. Of one campaign, or all. Watching anew replaces what was watched. */
  'live.watch': (message: { campaignId?: string }) => void
  'live.leave': () => void
  /** Needs `flows.read`: tells who else has the flow open. */
  'flow.join': (message: { flowId: string }) => void
  'flow.leave': (message: { flowId: string }) => void
  /**
   * Needs `flows.manage`, and to have joined. The step that is edited, null for none; to be said again within a minute, or it is let go. Who is not the
   * first is told who is. It keeps nobody from saving.
   */
  'flow.hold': (message: { flowId: string; stepId: string | null }) => void
}

/**
 * How often a browser may connect and speak, as `rate` says it of a route: `connect` is a handshake, `signal` a passing notice for colleagues; what
 * changes something counts together with the requests that change something.
 */
export type SocketRate = 'connect' | 'signal' | 'write'

/** The class of each word of a browser. */
export const wordRates = {
  'chat.join': 'signal',
  'chat.leave': 'signal',
  'chat.typing': 'signal',
  'chat.read': 'write',
  'live.watch': 'signal',
  'live.leave': 'signal',
  'flow.join': 'signal',
  'flow.leave': 'signal',
  'flow.hold': 'signal',
} as const satisfies Record<keyof ClientToServer, SocketRate>
