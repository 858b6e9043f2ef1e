import type { CheckedPoint } from '#channels'
import { clip, text, type Json } from '#platform/foreign-json/loose-json'

const said = (value: Json, key: string): string => text(value[key]).toUpperCase()

type Judged = { result: CheckedPoint['result']; code: string }

/** `status` of a number. What is not here is shown as Meta says it. */
const statuses = new Map<string, Judged>([
  ['CONNECTED', { result: 'passed', code: '' }],
  ['FLAGGED', { result: 'warning', code: 'number_flagged' }],
  ['RATE_LIMITED', { result: 'warning', code: 'number_limited' }],
  ['PENDING', { result: 'failed', code: 'number_pending' }],
  ['UNVERIFIED', { result: 'failed', code: 'number_unverified' }],
  ['RESTRICTED', { result: 'failed', code: 'number_restricted' }],
  ['BANNED', { result: 'failed', code: 'number_banned' }],
  ['DISCONNECTED', { result: 'failed', code: 'number_offline' }],
  ['OFFLINE', { result: 'failed', code: 'number_offline' }],
  ['DELETED', { result: 'failed', code: 'number_gone' }],
  ['MIGRATED', { result: 'failed', code: 'number_gone' }],
])

/** `name_status`: whether customers see the name of the business. */
const names = new Map<string, Judged>([
  ['APPROVED', { result: 'passed', code: '' }],
  ['AVAILABLE_WITHOUT_REVIEW', { result: 'passed', code: '' }],
  ['PENDING_REVIEW', { result: 'waiting', code: 'name_pending' }],
  ['NONE', { result: 'waiting', code: 'name_none' }],
  ['DECLINED', { result: 'failed', code: 'name_declined' }],
  ['EXPIRED', { result: 'failed', code: 'name_expired' }],
])

const pointOf = (check: 'number' | 'display_name', word: string, known: Map<string, Judged>): CheckedPoint[] => {
  if (word === '') return []
  const { result, code } = known.get(word) ?? { result: 'waiting', code: `${check}_unknown` }
  return [{ check, result, ...(code && { error: { code: `whatsapp.${code}`, title: clip(word, 60) } }) }]
}

/** How a number and its name stand with Meta, by what it tells of itself. Pure, total on any JSON. */
export const numberPoints = (body: Json): CheckedPoint[] => {
  const status = said(body, 'status')
  // A number that waits for its registration has to show first that it is the owner's.
  const shown = status === 'PENDING' && said(body, 'code_verification_status') === 'NOT_VERIFIED' ? 'UNVERIFIED' : status
  return [...pointOf('number', shown, statuses), ...pointOf('display_name', said(body, 'name_status'), names)]
}
