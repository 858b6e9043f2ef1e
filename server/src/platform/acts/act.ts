/** Where acts are left: `leave` writes them in the transaction that the connection is in, for each of these tenants; `left` hears that some were committed. */
export type Trail = {
  leave(client: { query(text: string, values: unknown[]): Promise<unknown> }, tenantIds: string[], acts: SignedAct[], at: Date): Promise<unknown>
  left(): void
}

/** Who acts: a person, a key, a flow, an assistant, somebody of the installation, or the product itself. */
export type Doer = { kind: 'user' | 'key' | 'flow' | 'assistant' | 'host' | 'system'; id: string | null; name: string | null }

/** What an act is done to, with the name that people knew it by then. */
export type Subject = { kind: string; id: string; name?: string | null }

/** Who acts, for whom, and from where. */
export type Author = {
  doer: Doer
  onBehalfOf: { id: string; name: string | null } | null
  address: string | null
  /** Two letters, where the proxy tells them. */
  country: string | null
  agent: string | null
  requestId: string | null
}

/**
 * What a verb tells the trail. Left out is what the call tells by itself: its action, its subject, its author. `before` and `after` hold what
 * changed and nothing else; never a secret, never the words of a message.
 */
export type Act = {
  action?: string
  subject?: Subject
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  result?: 'done' | 'refused'
  /** For what no person asked for. Work that runs in the background names its doer: it may have been woken by anybody's call. */
  by?: Doer
  /** Who does it, where the call knows nobody yet and the act makes them known. From where, the call tells. */
  as?: Doer
  /** Stands in the trail of the host too. What somebody does as the host stands there without saying so. */
  forHost?: boolean
}

/** An act with everything that the trail keeps. */
export type SignedAct = Author & {
  action: string
  subject: Subject | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  result: 'done' | 'refused'
  forHost: boolean
}
