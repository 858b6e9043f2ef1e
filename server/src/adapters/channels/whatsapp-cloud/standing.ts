import type { ChannelAdapter, Told } from '#channels'
import type { NumberStanding, NumberTrouble } from '@chasqui/contracts'
import { record, text, type Json } from '#platform/foreign-json/loose-json'
import { restrictionsIn } from './restriction.ts'

type Trouble = { at: Date; until: Date | null }
type State = { quality: NumberStanding['quality']; limit: NumberStanding['limit']; troubles: Map<NumberTrouble, Trouble> }

const day = 86_400_000
/** Days after which a warning without a consequence is over: nobody takes it back. */
const warningDays = 30

const ratings: Record<string, 'green' | 'yellow' | 'red'> = { GREEN: 'green', YELLOW: 'yellow', RED: 'red' }
const said = (value: Json, key: string): string => text(value[key]).toUpperCase()
const digits = (address: string): string => address.replaceAll(/\D/g, '')

/** `TIER_250`, `TIER_2K`, `TIER_UNLIMITED`, or a number, below zero without a limit. Undefined: nothing that is known here (`TIER_NOT_SET`). */
const peopleIn = (value: unknown): number | null | undefined => {
  if (typeof value === 'number') return value < 0 ? null : Number.isSafeInteger(Math.floor(value)) ? Math.floor(value) : undefined
  const [, unlimited, count, thousands] = /^(?:TIER_)?(?:(UNLIMITED)|(\d{1,9})(K)?)$/.exec(text(value).toUpperCase()) ?? []
  if (unlimited) return null
  return count === undefined ? undefined : Number(count) * (thousands ? 1000 : 1)
}

const takeLimit = (state: State, at: Date, ...values: unknown[]): void => {
  const people = values.map(peopleIn).find((one) => one !== undefined)
  if (people !== undefined) state.limit = { people, at: at.toISOString() }
}

const set = ({ troubles }: State, trouble: NumberTrouble, at: Date, until: Date | null = null): void => void troubles.set(trouble, { at, until })
const clear = ({ troubles }: State, ...gone: NumberTrouble[]): void => gone.forEach((trouble) => troubles.delete(trouble))

/** The end of the longest restriction; null where one has no end that is told. */
const endOf = (value: Json): Date | null => {
  const ends = restrictionsIn(value).map(({ until }) => until?.getTime() ?? Infinity)
  const last = Math.max(...ends)
  return Number.isFinite(last) ? new Date(last) : null
}

const takeQualityNews = (state: State, { at, detail }: Told): void => {
  takeLimit(state, at, detail['max_daily_conversations_per_business'], detail['current_limit'])
  const event = said(detail, 'event')
  if (event === 'FLAGGED') set(state, 'flagged', at)
  if (event === 'UNFLAGGED') clear(state, 'flagged')
  if (event === 'DOWNGRADE') set(state, 'downgraded', at)
  if (event === 'UPGRADE') clear(state, 'downgraded')
}

const takeAccountNews = (state: State, { at, detail }: Told): void => {
  switch (said(detail, 'event')) {
    case 'ACCOUNT_VIOLATION':
      return set(state, 'violation', at)
    case 'ACCOUNT_RESTRICTION':
      return set(state, 'restricted', at, endOf(detail))
    case 'ACCOUNT_DELETED':
      return set(state, 'deleted', at)
    case 'ACCOUNT_OFFBOARDED':
      return set(state, 'offboarded', at)
    case 'ACCOUNT_RECONNECTED':
      return clear(state, 'offboarded')
    case 'DISABLED_UPDATE': {
      const ban = said(record(detail['ban_info']), 'waba_ban_state')
      if (ban === 'REINSTATE') return clear(state, 'banned', 'ban_scheduled', 'restricted', 'violation')
      return ban === 'SCHEDULE_FOR_DISABLE' ? set(state, 'ban_scheduled', at) : set(state, 'banned', at)
    }
  }
}

const take = (state: State, told: Told): void => {
  const { event, at, detail } = told
  const [field] = event.split('.')
  if (field === 'checked') {
    const rating = ratings[said(detail, 'quality_rating')]
    if (rating) state.quality = { rating, at: at.toISOString() }
    takeLimit(state, at, detail['whatsapp_business_manager_messaging_limit'])
  }
  if (field === 'phone_number_quality_update') takeQualityNews(state, told)
  if (field === 'business_capability_update') takeLimit(state, at, detail['max_daily_conversations_per_business'], detail['max_daily_conversation_per_phone'])
  if (field === 'account_update') takeAccountNews(state, told)
}

const isOver = (trouble: NumberTrouble, { at, until }: Trouble, now: Date): boolean =>
  (until !== null && until <= now) || (trouble === 'violation' && now.getTime() - at.getTime() > warningDays * day)

/**
 * How a number stands, by its account's news (reference 3.6) and the last answer about itself (reference 8). News of another number of the same account is
 * passed over. Pure, and total on any JSON.
 */
const standingOf = (told: readonly Told[], address: string | null, now: Date): NumberStanding => {
  const state: State = { quality: null, limit: null, troubles: new Map() }
  for (const news of told) {
    const about = digits(text(news.detail['display_phone_number']))
    const isOther = news.event !== 'checked' && address !== null && about !== '' && about !== digits(address)
    if (!isOther) take(state, news)
  }
  return {
    quality: state.quality,
    limit: state.limit,
    troubles: [...state.troubles]
      .filter(([trouble, facts]) => !isOver(trouble, facts, now))
      .toSorted(([, one], [, other]) => other.at.getTime() - one.at.getTime())
      .map(([trouble, { at, until }]) => ({ trouble, at: at.toISOString(), until: until?.toISOString() ?? null })),
  }
}

export const standing: NonNullable<ChannelAdapter['standing']> = {
  fields: ['checked', 'phone_number_quality_update', 'business_capability_update', 'account_update'],
  of: standingOf,
}
