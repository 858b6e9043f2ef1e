import type { Shape } from './shape-checks.ts'

/** A message that a customer got. `answer: lost` = the sender was not told; `dropped` = accepted, but silently thrown away (scoped id in `to`). */
export type Received = {
  seq: number
  at: number
  phoneNumberId: string
  to: string
  type: string
  text: string
  wamid: string
  clientRef: string | null
  quotes: string | null
  answer: 'given' | 'lost' | 'dropped'
  body: Shape | null
}

/** Everything else that was asked for: read receipts and typing. */
export type Courtesy = { kind: 'read' | 'typing'; phoneNumberId: string; messageId: string }

export type Stats = {
  accepted: number
  lostAnswers: number
  lostRequests: number
  silentlyDropped: number
  refused: Record<string, number>
  reads: number
  typings: number
  uploads: number
  downloads: number
  /** Our message ids (`biz_opaque_callback_data`) that were accepted more than once: each is a message that a customer got twice. */
  duplicates: number
  statusesQueued: number
  statusesDelivered: number
  statusPosts: number
  statusRetries: number
}

const noStats = (): Stats => ({
  accepted: 0,
  lostAnswers: 0,
  lostRequests: 0,
  silentlyDropped: 0,
  refused: {},
  reads: 0,
  typings: 0,
  uploads: 0,
  downloads: 0,
  duplicates: 0,
  statusesQueued: 0,
  statusesDelivered: 0,
  statusPosts: 0,
  statusRetries: 0,
})

/** What the stand-in saw, in order of acceptance. `keep: summary` leaves bodies out, for runs of a hundred thousand messages. */
export const createLedger = (keep: 'all' | 'summary') => {
  const ledger = { received: [] as Received[], courtesies: [] as Courtesy[], stats: noStats() }
  const seen = new Set<string>()
  let waiting: { count: number; resolve: () => void }[] = []
  return Object.assign(ledger, {
    accept: (message: Omit<Received, 'seq' | 'at'>): void => {
      if (message.clientRef !== null && seen.has(message.clientRef)) ledger.stats.duplicates += 1
      if (message.clientRef !== null) seen.add(message.clientRef)
      ledger.received.push({ ...message, seq: ledger.received.length + 1, at: Date.now(), body: keep === 'all' ? message.body : null })
      ledger.stats.accepted += 1
      waiting = waiting.filter((one) => ledger.received.length < one.count || void one.resolve())
    },
    refuse: (code: number | string): void => void (ledger.stats.refused[code] = (ledger.stats.refused[code] ?? 0) + 1),
    /** Resolves once so many messages have been accepted. */
    until: (count: number): Promise<void> => (ledger.received.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve }))),
    clear: (): void => {
      Object.assign(ledger, { received: [], courtesies: [], stats: noStats() })
      seen.clear()
    },
  })
}
export type Ledger = ReturnType<typeof createLedger>
