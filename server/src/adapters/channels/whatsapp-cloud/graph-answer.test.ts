import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EgressAnswer } from '#channels'
import { readAnswer } from './graph-answer.ts'
import { CloudSettings } from './settings.ts'

const settings = CloudSettings.parse({ phoneNumberId: '106', businessAccountId: '102', accessToken: 'EAAtoken', appSecret: 's3cret', verifyToken: 'v3rify' })
const now = new Date('2026-10-09T12:00:00Z')
const judge = (answer: EgressAnswer) => readAnswer(answer, { channelId: 'c', tenantId: 't', settings }, now)
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): EgressAnswer => ({
  result: 'answer',
  status,
  headers,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
})
const coded = (code: unknown, more: object = {}, status = 400) => judge(answer(status, { error: { code, message: 'm', ...more } }))

type Expected = {
  result: string
  scope?: string
  afterSeconds?: number | null
  windowClosed?: boolean
  pauseChannel?: boolean
  alert?: boolean
  optedOut?: boolean
  unreachable?: string
  holds?: string
}
const fail: Expected = { result: 'failed', windowClosed: false, pauseChannel: false }
const alert: Expected = { result: 'failed', windowClosed: false, pauseChannel: false, alert: true }
const stop: Expected = { result: 'failed', windowClosed: false, pauseChannel: true }
const retry = (scope: string, afterSeconds: number | null = null): Expected => ({ result: 'retry', scope, afterSeconds })

describe('Error codes', () => {
  const table: [codes: number[], expected: Expected][] = [
    [[0, 190, 368, 131031], stop],
    [[3, 10, 200, 250, 299, 131005, 131037, 131042, 131044, 131045, 133005, 133006, 133010, 133016], alert],
    [[4, 613], retry('channel', 120)],
    [[80007], retry('channel', 300)],
    [[130429], retry('channel')],
    [[131048], { ...retry('message', 3600), holds: 'spam_limited' }],
    [[131056], retry('recipient', 4)],
    [[1, 131000], retry('message')],
    [[2, 131016, 131057], retry('channel')],
    [[131049], retry('message', 86_400)],
    [[131050], { ...fail, optedOut: true }],
    [[131026], { ...fail, unreachable: 'undeliverable' }],
    [[131064], retry('message', 4 * 3600)],
    [[132069], retry('message', 3600)],
    [[133015], retry('channel', 300)],
    [[131047], { result: 'failed', windowClosed: true, pauseChannel: false }],
    [
      [
        100, 131008, 131009, 131021, 131030, 131051, 131052, 131053, 131062, 131063, 130472, 130497, 132000, 132001, 132005, 132007, 132012, 132008, 132015,
        132016, 132068, 133000, 133008, 133009, 135000, 137000, 138001, 139000, 147003, 2388072, 999_999,
      ],
      fail,
    ],
  ]
  for (const [codes, expected] of table) {
    for (const code of codes)
      it(`${code} → ${Object.values(expected).join(' ')}`, () =>
        assert.partialDeepStrictEqual(coded(code), { ...expected, error: { code: `whatsapp.${code}`, retryable: expected.result === 'retry' } }))
  }

  it('decide against the HTTP status', () => {
    assert.equal(coded(131047, {}, 500).result, 'failed')
    assert.equal(coded(131000, {}, 200).result, 'retry')
    assert.equal(coded(131056, {}, 502).result, 'retry')
  })

  it('may be text, and have a subcode that says more', () => {
    assert.partialDeepStrictEqual(coded('131047'), { windowClosed: true })
    assert.partialDeepStrictEqual(coded(100, { error_subcode: 33 }), alert)
  })

  it('that nobody knows are tried again only if Meta says so', () => {
    assert.equal(coded(999_999, { is_transient: true }).result, 'retry')
    assert.equal(coded(999_999, { is_transient: false }).result, 'failed')
  })

  it('show Meta’s own explanation without the secrets in it', () => {
    assert.partialDeepStrictEqual(coded(190, { error_data: { details: 'Malformed access token EAAtoken' } }), {
      error: { detail: 'Malformed access token [secret]' },
    })
  })
})

describe('Answers without a code', () => {
  const cases: [name: string, given: EgressAnswer, expected: Expected][] = [
    ['429 with seconds', answer(429, '', { 'retry-after': '17' }), retry('channel', 17)],
    ['429 with a date', answer(429, '', { 'retry-after': 'Fri, 09 Oct 2026 12:00:30 GMT' }), retry('channel', 30)],
    ['429 with nonsense', answer(429, '', { 'retry-after': 'soon' }), retry('channel')],
    ['500', answer(500, '<html>'), retry('message')],
    ['503', answer(503, ''), retry('channel')],
    ['502', answer(502, '<html>'), { result: 'uncertain' }],
    ['504', answer(504, ''), { result: 'uncertain' }],
    ['200 with a page', answer(200, '<html>'), { result: 'uncertain' }],
    ['200 with an array', answer(200, []), { result: 'uncertain' }],
    ['404', answer(404, ''), fail],
    ['401', answer(401, ''), stop],
    ['an error object without a code', answer(400, { error: {} }), fail],
    ['lost', { result: 'lost', reason: 'reset' }, { result: 'uncertain' }],
    ['refused', { result: 'refused', reason: 'ECONNREFUSED' }, retry('channel')],
  ]
  for (const [name, given, expected] of cases) it(`${name} → ${Object.values(expected).join(' ')}`, () => assert.partialDeepStrictEqual(judge(given), expected))

  it('a header that asks for longer than the code wins, within a day', () => {
    const after = (seconds: string) => judge(answer(400, { error: { code: 4 } }, { 'retry-after': seconds }))
    assert.partialDeepStrictEqual([after('10'), after('500'), after('9999999')], [{ afterSeconds: 120 }, { afterSeconds: 500 }, { afterSeconds: 86_400 }])
  })
})
