import type { Happening } from '#channels'
import { boundedId } from '#platform/foreign-json/bounded-id'
import { errorNotice } from './account-notices.ts'
import { graphError } from './errors.ts'
import { isRecord, list, text, type Json } from '#platform/foreign-json/loose-json'
import { moment } from '#platform/foreign-json/moment'
import { sanctionOf } from './sanctions.ts'
import { addresses } from './sender.ts'

const KNOWN = new Set(['sent', 'delivered', 'read', 'played', 'failed'] as const)
type Known = typeof KNOWN extends Set<infer Name> ? Name : never

/**
 * A status of a message that we sent (reference 3.3). Order is not guaranteed and ranks are compared where statuses are stored.
 * Correlate by message id only: `recipient_id` may be another spelling than the one written to, or absent.
 */
export const statusHappenings = (status: Json, time: unknown): Happening[] => {
  const [id, name] = [text(status['id']), text(status['status'])]
  if (status['recipient_type'] === 'group') return [{ type: 'ignored', reason: 'Status of a group message' }]
  if (id === '' || !isKnown(name)) return [{ type: 'ignored', reason: `Status without meaning here: ${name.slice(0, 100) || 'none'}` }]
  const cause = list(status['errors']).find(isRecord) ?? {}
  const error = name === 'failed' ? graphError(cause) : null
  const verdict = error?.verdict
  const recipient = addresses([status['recipient_id'], status['recipient_user_id'], status['recipient_parent_user_id']])
  const at = moment(status['timestamp'], time)
  const told: Happening = {
    type: 'status',
    providerMessageId: boundedId(id),
    clientRef: text(status['biz_opaque_callback_data']) || null,
    status: name,
    at,
    error: error && error.shown,
    recipient,
    ...(verdict?.then === 'fail' && verdict.unreachable && { unreachable: verdict.unreachable }),
    // Failures often leave out whom they are about (reference 3.3).
    ...(verdict?.then === 'fail' && verdict.optedOut && recipient.length === 0 && { optedOut: true as const }),
  }
  if (verdict?.then !== 'fail') return error ? [told, ...sanctionOf(error)] : [told]
  if (verdict.optedOut && recipient.length > 0) return [told, { type: 'preference', from: recipient, topic: 'marketing', allowed: false, at }]
  // The same code in an answer would have told a person, so it does here.
  return verdict.alert || verdict.pauseChannel ? [told, errorNotice(cause)] : [told]
}

const isKnown = (name: string): name is Known => (KNOWN as ReadonlySet<string>).has(name)
