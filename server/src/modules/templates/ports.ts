import type { MessageError, TemplateParts } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

export type ReadTemplate = TemplateParts & {
  name: string
  language: string
  category: string
  status: string
  reason?: string | null
  quality?: string | null
}

/** What became different about one template at its provider's, and when by the provider's clock (before 2009: not told). */
export type TemplateNews = {
  name: string
  language: string
  at: string
  change:
    | { what: 'status'; status: string; reason: string | null; advice: string | null }
    | { what: 'quality'; quality: string }
    | { what: 'category'; category: string }
    | { what: 'content' }
}

/** Everything templates ask of the rest. */
export type TemplatesPorts = {
  now(): Date
  newId(): string
  inTenant<Result>(tenantId: string, work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** Whether a channel has templates; null: there is no such channel. */
  offers(tenantId: string, channelId: string): Promise<boolean | null>
  /** What the provider of a channel has; null where there are no templates at all, or no such channel. Outside any transaction. */
  read(tenantId: string, channelId: string): Promise<{ ok: true; templates: ReadTemplate[] } | { ok: false; error: MessageError } | null>
}
