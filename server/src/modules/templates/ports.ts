import type { MessageError, TemplateParts } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

export type ReadTemplate = TemplateParts & { name: string; language: string; category: string; status: string }

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
