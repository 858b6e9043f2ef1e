import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { answerChallenge } from './challenge.ts'
import { checkSignature } from '../../kits/graph/signature.ts'
import { CloudSettings, withoutSecrets } from './settings.ts'

const settings = CloudSettings.parse({
  phoneNumberId: '106',
  businessAccountId: '102',
  accessToken: 'EAAtoken',
  appSecret: 'app-secret',
  verifyToken: 'verify-me',
})

const before =
  '{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","messages":[{"id":"wamid.A","type":"text","timestamp":"1760000000","from":"5491122334455","text":{"body":"hola '
const after = '"}}]}}]}]}'

describe('Signature of a webhook', () => {
  it('matches Meta’s MAC of the raw bytes, escaped or not', () => {
    const escaped = Buffer.from(`${before}\\ud83d\\udc4b${after}`)
    const plain = Buffer.from(`${before}👋${after}`)
    const macs = {
      escaped: '34f29d4c83c8e34bed36db0e53212d9b4b3a6b8460fc7be127cab57a5388bfd6',
      plain: '273ce9e4f11d45147c68091db2be421e2c3555a794f745d2d4bee5feef73f52a',
    }
    assert.equal(checkSignature(escaped, `sha256=${macs.escaped}`, 'app-secret'), 'right')
    assert.equal(checkSignature(plain, `sha256=${macs.plain}`, 'app-secret'), 'right')
    assert.equal(checkSignature(plain, `sha256=${macs.escaped}`, 'app-secret'), 'wrong')
  })

  it('tells a missing header from a wrong one', () => {
    const body = Buffer.from('{}')
    const right = `sha256=${createHmac('sha256', 'app-secret').update(body).digest('hex')}`
    assert.equal(checkSignature(body, undefined, 'app-secret'), 'missing')
    for (const wrong of [[right], [right, right], right.toUpperCase(), right.replace('sha256=', 'sha1='), right.slice(7), `${right} `, 'sha256='])
      assert.equal(checkSignature(body, wrong, 'app-secret'), 'wrong', String(wrong))
    assert.equal(checkSignature(body, right, 'another-secret'), 'wrong')
  })
})

describe('Subscription check', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'verify-me', 'hub.challenge': '1158201444' }

  it('echoes the challenge', () => assert.equal(answerChallenge(query, settings), '1158201444'))

  it('refuses a wrong mode or token, and parameters given twice', () => {
    const wrong = [
      { 'hub.mode': 'unsubscribe' },
      { 'hub.verify_token': 'verify-mE' },
      { 'hub.verify_token': '' },
      { 'hub.verify_token': ['verify-me', 'verify-me'] },
      { 'hub.mode': ['subscribe'] },
      { 'hub.challenge': ['1', '2'] },
      { 'hub.challenge': undefined },
    ]
    for (const change of wrong) assert.equal(answerChallenge({ ...query, ...change }, settings), null, JSON.stringify(change))
  })
})

describe('Settings', () => {
  it('refuse ids that would change a path and tokens that would break a header', () => {
    for (const bad of [{ phoneNumberId: '106/../107' }, { phoneNumberId: '' }, { accessToken: 'a\nb' }, { accessToken: 'a b' }, { callsPerSecond: 0 }])
      assert.equal(CloudSettings.safeParse({ ...settings, ...bad }).success, false, JSON.stringify(bad))
  })

  it('takes its secrets, and anything that looks like a token, out of a text', () => {
    assert.equal(
      withoutSecrets('Malformed access token EAAtoken of app-secret, EAAGm0PX4ZCpsBA', settings),
      'Malformed access token [secret] of [secret], [secret]',
    )
  })
})
