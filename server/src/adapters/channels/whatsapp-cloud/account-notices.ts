import type { Happening } from '#channels'
import { graphError } from './errors.ts'
import { clip, isRecord, record, text, type Json } from '#platform/foreign-json/loose-json'
import { sanctionOf, sanctionsIn } from './sanctions.ts'
import { summary } from '#platform/foreign-json/summary'

type Weight = { level: 'info' | 'warn' | 'error'; pause: boolean }
const info: Weight = { level: 'info', pause: false }
const warn: Weight = { level: 'warn', pause: false }
const error: Weight = { level: 'error', pause: false }
/** Nothing can be sent any more, and nobody takes that back: it stops until a person connects another account. What ends by itself is a sanction (sanctions.ts). */
const stop: Weight = { level: 'error', pause: true }

const said = (value: Json, key: string): string => text(value[key]).toUpperCase()

const ban = (value: Json): Weight => (said(record(value['ban_info']), 'waba_ban_state') === 'REINSTATE' ? info : error)

/** Some versions of the interface tell the alert in a block of its own. */
const alert = (value: Json): Weight => {
  const severity = said(value, 'alert_severity') || said(record(value['alert_info']), 'alert_severity')
  return ['CRITICAL', 'HIGH'].includes(severity) ? error : severity === 'INFORMATIONAL' ? info : warn
}

const accountEvents = new Map<string, (value: Json) => Weight>([
  // A warning: what follows from it comes as a restriction or a ban.
  ['ACCOUNT_VIOLATION', () => error],
  ['ACCOUNT_RESTRICTION', () => error],
  ['DISABLED_UPDATE', ban],
  ['ACCOUNT_DELETED', () => stop],
  // Who works for the account changed, perhaps not us and perhaps not for long: whether we may still send, the next send tells.
  ['ACCOUNT_OFFBOARDED', () => error],
  ['PARTNER_REMOVED', () => error],
  ['PARTNER_APP_UNINSTALLED', () => error],
])

const BAD_TEMPLATE = new Set(['REJECTED', 'PAUSED', 'DISABLED', 'FLAGGED', 'LIMIT_EXCEEDED', 'LOCKED', 'DELETED', 'PENDING_DELETION'])
const BAD_NUMBER = new Set(['DOWNGRADE', 'FLAGGED'])

/** How serious each field of reference 3.6 is. Fields that are not here, known or future, are plain news. */
const weights = new Map<string, (value: Json) => Weight>([
  ['account_update', (value) => accountEvents.get(said(value, 'event'))?.(value) ?? info],
  ['account_alerts', alert],
  ['account_review_update', (value) => (said(value, 'decision') === 'REJECTED' ? error : info)],
  ['security', () => warn],
  ['message_template_status_update', (value) => (BAD_TEMPLATE.has(said(value, 'event')) ? warn : info)],
  ['template_category_update', () => warn],
  ['message_template_quality_update', (value) => (['YELLOW', 'RED'].includes(said(value, 'new_quality_score')) ? warn : info)],
  ['phone_number_quality_update', (value) => (BAD_NUMBER.has(said(value, 'event')) ? warn : info)],
  ['phone_number_name_update', (value) => (said(value, 'decision') === 'REJECTED' ? warn : info)],
  ['unknown_object', () => warn],
])

/** Copies of chats and address books that coexistence offers to import; large, and not news. */
const IMPORTS = new Set(['history', 'smb_app_state_sync'])

/** Account-level news for the channel's log (reference 3.6). The event is `field.event`, lower case. */
export const noticeHappenings = (field: string, value: unknown): Happening[] => {
  const name = clip(field, 100) || 'unknown_field'
  if (IMPORTS.has(name)) return [{ type: 'ignored', reason: `Import of old chats is not offered: ${name}` }]
  if (name.startsWith('group_')) return [{ type: 'ignored', reason: `Groups are not customer conversations: ${name}` }]
  const body = record(value)
  if (name === 'errors') return [errorNotice(body), ...sanctionOf(graphError(body))]
  const weight = weights.get(name)?.(body) ?? info
  const event = clip(text(body['event']), 100).toLowerCase()
  return [{ type: 'notice', ...weight, event: event ? `${name}.${event}` : name, detail: detailOf(value) }, ...sanctionsIn(name, value)]
}

const detailOf = (value: unknown): Json => (isRecord(value) ? summary(value) : summary({ value }))

/** `value.errors`: problems that belong to no message. The same codes as answers to sends, so the same ones stop the channel. */
export const errorNotice = (value: Json): Extract<Happening, { type: 'notice' }> => {
  const { verdict, shown } = graphError(value)
  const pause = verdict.then === 'fail' && verdict.pauseChannel === true
  const serious = pause || (verdict.then === 'fail' && verdict.alert === true)
  return { type: 'notice', level: serious ? 'error' : 'warn', event: shown.code, detail: summary({ title: shown.title, ...value }), pause }
}
