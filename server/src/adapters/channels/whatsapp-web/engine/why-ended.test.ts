import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BARRED, CODES_RAN_OUT, NAME_UNKNOWN, UNREACHABLE, UNTRUSTED } from '../reconnect.ts'
import { whyEnded, whyTurnedAway } from './why-ended.ts'

/** As the library tells of a socket's error, with the number that it makes of it. */
const socketError = (statusCode: number, data: { code?: string; message: string }) =>
  Object.assign(new Error(`WebSocket Error (${data.message})`), { output: { statusCode }, data })

test('what keeps a line from coming up is told apart, and never taken for a word about the account', () => {
  const cases: [number, { code?: string; message: string }, number][] = [
    [408, { code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND web.whatsapp.com' }, NAME_UNKNOWN],
    [408, { code: 'EAI_AGAIN', message: 'getaddrinfo EAI_AGAIN web.whatsapp.com' }, NAME_UNKNOWN],
    [408, { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:9' }, UNREACHABLE],
    [408, { code: 'ECONNREFUSED', message: '' }, UNREACHABLE],
    [408, { code: 'EHOSTUNREACH', message: 'connect EHOSTUNREACH' }, UNREACHABLE],
    [408, { message: 'Opening handshake has timed out' }, UNREACHABLE],
    [500, { message: 'socket hang up' }, UNREACHABLE],
    [500, { code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'self-signed certificate in certificate chain' }, UNTRUSTED],
    [500, { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', message: 'unable to verify the first certificate' }, UNTRUSTED],
    [500, { code: 'CERT_NOT_YET_VALID', message: 'certificate is not yet valid' }, UNTRUSTED],
    [408, { code: 'ERR_TLS_CERT_ALTNAME_INVALID', message: 'Hostname does not match' }, UNTRUSTED],
    [408, { code: 'EPROTO', message: 'wrong version number' }, UNTRUSTED],
  ]
  for (const [told, data, why] of cases) {
    assert.equal(whyEnded(socketError(told, data), false), why, `${data.code} ${data.message}`)
    assert.equal(whyEnded(socketError(told, data), true), 428, 'a line that was there broke off')
  }
})

test('who answers that there is no line is somebody in between, unless it is the network that has too much to do', () => {
  for (const status of [200, 302, 400, 401, 403, 404, 407]) assert.equal(whyTurnedAway(status), BARRED, String(status))
  for (const status of [429, 500, 502, 503, 530]) assert.equal(whyTurnedAway(status), 503, String(status))
})

test('what the network says of a line that is there stays as it says it', () => {
  const said = (message: string, statusCode: number) => Object.assign(new Error(message), { output: { statusCode } })
  for (const code of [401, 403, 408, 440, 515, 1001]) assert.equal(whyEnded(said('Stream Errored', code), true), code)
  assert.equal(whyEnded(said('QR refs attempts ended', 408), true), CODES_RAN_OUT)
  assert.equal(whyEnded(said('Connection was lost', 408), true), 408)
  assert.equal(whyEnded(undefined, true), 500)
})
