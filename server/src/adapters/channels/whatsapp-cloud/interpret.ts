import { createHash } from 'node:crypto'
import type { Happening } from '#channels'
import { noticeHappenings } from './account-notices.ts'
import { list, isRecord, record, text, type Json } from '#platform/foreign-json/loose-json'
import { messageHappenings } from './message.ts'
import { moment } from '#platform/foreign-json/moment'
import { addresses, ownIds } from './sender.ts'
import { statusHappenings } from './status.ts'
import { storable } from '#platform/foreign-json/storable'
import { userIdUpdate } from './system-message.ts'
import { templateNews } from './template-news.ts'

/**
 * What a stored item means. Total: any JSON gives at least one happening and nothing throws, because a poisoned item would otherwise come
 * back for ever. The same payload always gives the same answer.
 */
export const interpretPayload = (payload: unknown): Happening[] => {
  const slice = record(storable(payload))
  switch (slice['kind']) {
    case 'message':
    case 'echo':
      return messageHappenings({
        kind: slice['kind'],
        message: record(slice['message']),
        contacts: list(slice['contacts']).filter(isRecord),
        errors: list(slice['errors']),
        time: slice['time'],
      })
    case 'status':
      return statusHappenings(record(slice['status']), slice['time'])
    case 'preference':
      return preference(record(slice['preference']), slice['time'])
    case 'user_id_update':
      return userIdChange(record(slice['update']), slice['time'])
    case 'call':
      return call(record(slice['call']), slice['time'])
    case 'account':
      return [...noticeHappenings(text(slice['field']), slice['value']), ...templateNews(text(slice['field']), slice['value'], slice['time'])]
    default:
      return [{ type: 'ignored', reason: 'Not an item of this channel' }]
  }
}

/** `stop` ends marketing; `resume` and `signup` allow it (reference 3.6, 9.11). */
const preference = (given: Json, time: unknown): Happening[] => {
  const from = addresses([given['wa_id'], given['user_id'], given['parent_user_id']])
  const value = text(given['value']).toLowerCase()
  if (from.length === 0 || !['stop', 'resume', 'signup'].includes(value)) return noticeHappenings('user_preferences', given)
  return [{ type: 'preference', from, topic: 'marketing', allowed: value !== 'stop', at: moment(given['timestamp'], time) }]
}

/** Calls are not taken here; one that the customer makes opens the window as a message does (reference 4.4), and the channel's log tells of it. */
const call = (given: Json, time: unknown): Happening[] => {
  const from = text(given['direction']).toUpperCase() === 'BUSINESS_INITIATED' ? [] : addresses(ownIds(given))
  const isNew = text(given['event']).toLowerCase() === 'connect' && from.length > 0
  return [...noticeHappenings('calls', given), ...(isNew ? [{ type: 'active' as const, from, at: moment(given['timestamp'], time) }] : [])]
}

const userIdChange = (update: Json, time: unknown): Happening[] => {
  const eventId = `user_id_update:${createHash('sha256').update(JSON.stringify(update)).digest('base64url')}`
  const told = userIdUpdate(update, moment(update['timestamp'], time), eventId)
  return told.length > 0 ? told : noticeHappenings('user_id_update', update)
}
