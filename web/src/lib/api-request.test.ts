import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiProblem, mayPass, problemOf, retryAfterSeconds } from './api-problem.ts'
import { urlOf } from './api-request.ts'

test('parameters are filled in and escaped, absent query values left out', () => {
  assert.equal(urlOf('/api/simulator/:channelId/phones/:phone/read', { channelId: 'c1', phone: '+54/9' }), '/api/simulator/c1/phones/%2B54%2F9/read')
  assert.equal(
    urlOf('/api/conversations', {}, { limit: 50, q: 'ñandú y té', cursor: undefined, assigneeId: null }),
    '/api/conversations?limit=50&q=%C3%B1and%C3%BA+y+t%C3%A9',
  )
})

test('a problem keeps its code, its request id and the errors of its fields', async () => {
  const body = {
    type: 'about:blank',
    title: 'Invalid',
    status: 422,
    code: 'validation',
    requestId: 'r1',
    errors: [{ path: 'email', code: 'too_small', message: '…' }],
  }
  const problem = await problemOf(new Response(JSON.stringify(body), { status: 422 }))
  assert.deepEqual([problem.status, problem.code, problem.requestId, problem.fieldErrors], [422, 'validation', 'r1', { email: 'too_small' }])
})

test('an answer that is not ours still becomes a problem with its status', async () => {
  const problem = await problemOf(new Response('<html>502</html>', { status: 502, headers: { 'x-request-id': 'r2' } }))
  assert.deepEqual([problem.status, problem.code, problem.requestId, mayPass(problem)], [502, 'unreadable', 'r2', true])
})

test('waiting time is read from seconds and from dates', () => {
  assert.equal(retryAfterSeconds('90', 0), 90)
  assert.equal(retryAfterSeconds('Thu, 01 Jan 1970 00:01:00 GMT', 30_000), 30)
  assert.equal(retryAfterSeconds(null, 0), null)
})

test('what is refused does not pass by trying again', () => assert.equal(mayPass(new ApiProblem({ status: 409, code: 'conflict' })), false))
