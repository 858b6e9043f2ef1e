import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from '#channels'
import { NumberStanding } from '@chasqui/contracts'
import fc from 'fast-check'
import { standing } from './standing.ts'

const now = new Date('2026-03-10T12:00:00Z')
const hour = 3_600_000
const ago = (hours: number) => new Date(now.getTime() - hours * hour)
const told = (hours: number, event: string, detail: Record<string, unknown>): Told => ({ event, at: ago(hours), detail })
const quality = (hours: number, event: string, more: Record<string, unknown> = {}) =>
  told(hours, `phone_number_quality_update.${event.toLowerCase()}`, { event, ...more })
const account = (hours: number, event: string, more: Record<string, unknown> = {}) => told(hours, `account_update.${event.toLowerCase()}`, { event, ...more })
const of = (...news: Told[]) => standing.of(news, '+54 11 5555-0101', now)
const troubles = (...news: Told[]) => of(...news).troubles.map(({ trouble }) => trouble)

test('the newest answer tells the quality, the newest news the limit', () => {
  const { quality: rated, limit } = of(
    told(9, 'checked', { quality_rating: 'GREEN' }),
    quality(8, 'ONBOARDING', { current_limit: 'TIER_250' }),
    told(7, 'checked', { quality_rating: 'YELLOW' }),
    quality(6, 'UPGRADE', { current_limit: 'TIER_2K' }),
    told(5, 'checked', { quality_rating: 'UNKNOWN' }),
  )
  assert.deepEqual(
    [rated, limit],
    [
      { rating: 'yellow', at: ago(7).toISOString() },
      { people: 2000, at: ago(6).toISOString() },
    ],
  )
  assert.equal(of(quality(1, 'UPGRADE', { current_limit: 'TIER_UNLIMITED' })).limit?.people, null)
  assert.equal(of(quality(1, 'THROUGHPUT_UPGRADE', { current_limit: 'TIER_NOT_SET' })).limit, null)
  assert.equal(of(told(1, 'business_capability_update', { max_daily_conversation_per_phone: 1000 })).limit?.people, 1000)
  assert.equal(of(told(1, 'business_capability_update', { max_daily_conversation_per_phone: 1e300 })).limit, null)
  const [earlier, checked] = [
    quality(2, 'UPGRADE', { current_limit: 'TIER_2K' }),
    told(1, 'checked', { whatsapp_business_manager_messaging_limit: 'TIER_10K' }),
  ]
  assert.deepEqual(of(earlier, checked).limit, { people: 10_000, at: ago(1).toISOString() })
  assert.equal(of(quality(1, 'DOWNGRADE', { current_limit: 'TIER_1K', max_daily_conversations_per_business: 250 })).limit?.people, 250)
})

test('a trouble stands until the vendor takes it back', () => {
  assert.deepEqual(troubles(quality(3, 'FLAGGED'), quality(2, 'DOWNGRADE')), ['downgraded', 'flagged'])
  assert.deepEqual(troubles(quality(3, 'FLAGGED'), quality(2, 'DOWNGRADE'), quality(1, 'UNFLAGGED')), ['downgraded'])
  assert.deepEqual(troubles(account(3, 'ACCOUNT_VIOLATION'), account(2, 'DISABLED_UPDATE', { ban_info: { waba_ban_state: 'DISABLE' } })), [
    'banned',
    'violation',
  ])
  assert.deepEqual(
    troubles(
      account(3, 'ACCOUNT_VIOLATION'),
      account(2, 'DISABLED_UPDATE', { ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE' } }),
      account(1, 'DISABLED_UPDATE', { ban_info: { waba_ban_state: 'REINSTATE' } }),
    ),
    [],
  )
  assert.deepEqual(troubles(account(2, 'ACCOUNT_OFFBOARDED'), account(1, 'ACCOUNT_RECONNECTED')), [])
})

test('a restriction with an end is over then, a warning that nobody takes back after thirty days', () => {
  const restricted = (...ends: number[]) =>
    account(3, 'ACCOUNT_RESTRICTION', {
      restriction_info: ends.map((end) => ({ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: end / 1000 })),
    })
  const later = now.getTime() + 5 * hour
  assert.deepEqual(of(restricted(later, later - hour)).troubles, [{ trouble: 'restricted', at: ago(3).toISOString(), until: new Date(later).toISOString() }])
  assert.deepEqual(of(restricted(now.getTime() - hour)).troubles, [])
  assert.equal(of(account(3, 'ACCOUNT_RESTRICTION', { restriction_info: [{}] })).troubles[0]?.until, null)
  assert.deepEqual([troubles(account(29 * 24, 'ACCOUNT_VIOLATION')), troubles(account(31 * 24, 'ACCOUNT_VIOLATION'))], [['violation'], []])
})

test('news of another number of the account says nothing of this one', () => {
  assert.deepEqual(troubles(quality(1, 'FLAGGED', { display_phone_number: '541155550101' })), ['flagged'])
  assert.deepEqual(troubles(quality(1, 'FLAGGED', { display_phone_number: '541155550202' })), [])
})

test('whatever is told, the standing is one', () => {
  const anyNews = fc.record({
    event: fc.constantFrom('checked', 'phone_number_quality_update.flagged', 'account_update.x', 'business_capability_update', 'nonsense'),
    at: fc.date({ noInvalidDate: true, min: new Date(0), max: now }),
    detail: fc.dictionary(
      fc.constantFrom(
        'event',
        'quality_rating',
        'current_limit',
        'restriction_info',
        'ban_info',
        'display_phone_number',
        'max_daily_conversations_per_business',
      ),
      fc.anything(),
    ),
  })
  fc.assert(fc.property(fc.array(anyNews), (news) => void NumberStanding.parse(standing.of(news, null, now))))
})
