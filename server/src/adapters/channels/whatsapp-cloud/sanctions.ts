import type { Happening, Sanction } from '#channels'
import type { HoldCause } from '@chasqui/contracts'
import { record, text, type Json } from '#platform/foreign-json/loose-json'
import type { GraphError } from '../../kits/graph/graph-error.ts'
import { restrictionsIn } from './restriction.ts'

const said = (value: Json, key: string): string => text(value[key]).toUpperCase()

const begins = (cause: HoldCause, until: Date | null = null, number: string | null = null): Sanction => ({
  type: 'sanction',
  number,
  begins: cause,
  until: until?.toISOString() ?? null,
})

/** A reinstated account may do what was forbidden to it as a whole; the quality of its numbers is another matter. */
const ofAccount: readonly HoldCause[] = ['account_banned', 'answers_restricted', 'begun_restricted']

const inAccountNews = (value: Json): Sanction[] => {
  const event = said(value, 'event')
  if (event === 'ACCOUNT_RESTRICTION')
    return restrictionsIn(value).flatMap(({ type, until }) => {
      if (type.includes('CUSTOMER_INITIATED_MESSAGING')) return [begins('answers_restricted', until)]
      return type.includes('BIZ_INITIATED_MESSAGING') ? [begins('begun_restricted', until)] : []
    })
  if (event !== 'DISABLED_UPDATE') return []
  const state = said(record(value['ban_info']), 'waba_ban_state')
  if (state === 'REINSTATE') return [{ type: 'sanction', number: null, ends: ofAccount }]
  // An announced ban leaves the time until then to answer, and to ask for a review.
  return state === 'SCHEDULE_FOR_DISABLE' ? [] : [begins('account_banned')]
}

const inQualityNews = (value: Json): Sanction[] => {
  const number = text(value['display_phone_number']) || null
  const event = said(value, 'event')
  if (event === 'FLAGGED') return [begins('quality_flagged', null, number)]
  return event === 'UNFLAGGED' ? [{ type: 'sanction', number, ends: ['quality_flagged'] }] : []
}

/**
 * What account-level news (reference 3.6) mean for what may be sent. `account_alerts` tell of limits, profiles and badges, and a lower limit only lets fewer people be
 * written to: neither forbids anything.
 */
export const sanctionsIn = (field: string, value: unknown): Happening[] => {
  if (field === 'account_update') return inAccountNews(record(value))
  return field === 'phone_number_quality_update' ? inQualityNews(record(value)) : []
}

/** What an error that comes in a webhook means for whatever is sent next; the same codes as in answers to sends. */
export const sanctionOf = ({ verdict, shown: { code, title } }: GraphError): Sanction[] =>
  verdict.then === 'retry' && verdict.holds ? [{ type: 'sanction', number: null, begins: verdict.holds, until: null, said: { code, title } }] : []
