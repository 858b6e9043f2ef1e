import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { FlowDraft } from '../../definition.ts'
import { FlowNode } from '../../definition.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { heard, problemsIn } from '../../index.ts'
import { flow, talk, text, turn } from '../../../test/world.ts'
import type { OutgoingCall } from './request.ts'
import { completeRequest, requestOf, secretsOf } from './request.ts'
import { readPath } from './path.ts'
import { readAnswer } from './result.ts'

type Node = NodeOf<'api_call'>
type Draft = Partial<Extract<FlowDraft['nodes'][string], { type: 'api_call' }>>
const node = (more: Draft = {}): Node =>
  FlowNode.parse({ type: 'api_call', url: 'https://api.example.com/v1', next: 'done', onError: 'sorry', ...more }) as Node

const secrets = new Map([
  ['key', 's3cr3t "quoted" & é'],
  ['plain', 'abc'],
])
/** The request of a step as it leaves, with these values. */
const sent = (more: Draft, values: Record<string, string | number | boolean> = {}): OutgoingCall => {
  const made = requestOf(node(more), (name) => values[name])
  assert.ok('request' in made, JSON.stringify(made))
  assert.deepEqual(JSON.parse(JSON.stringify(made.request)), made.request, 'it is plain JSON')
  for (const value of secrets.values()) assert.ok(!JSON.stringify(made.request).includes(value), 'no secret is in it before it leaves')
  return completeRequest(made.request, secrets, 'call-1')
}
const fault = (more: Draft, values: Record<string, string> = {}) => {
  const made = requestOf(node(more), (name) => values[name])
  return 'fault' in made ? made.fault : null
}

describe('a value in a request', () => {
  test('stays in its place in the path, the query and the form', () => {
    const nasty = 'a/b?c=d&e#f ñ%2e{{x}}'
    const url = new URL(sent({ url: 'https://api.example.com/orders/{{id}}/x?from={{id}}', query: [{ name: 'q&', value: 'is {{id}}' }] }, { id: nasty }).url)
    assert.equal(url.origin, 'https://api.example.com')
    assert.deepEqual(url.pathname.split('/').map(decodeURIComponent), ['', 'orders', nasty, 'x'])
    assert.deepEqual(
      [...url.searchParams],
      [
        ['from', nasty],
        ['q&', `is ${nasty}`],
      ],
    )
    const { body, headers } = sent(
      {
        method: 'POST',
        bodyKind: 'form',
        form: [
          { name: 'a b', value: '{{id}}' },
          { name: 'c', value: 'x=y' },
        ],
      },
      { id: nasty },
    )
    assert.deepEqual(
      [...new URLSearchParams(body!)],
      [
        ['a b', nasty],
        ['c', 'x=y'],
      ],
    )
    assert.equal(headers['Content-Type'], 'application/x-www-form-urlencoded')
  })

  test('does not climb out of the path', () => {
    for (const id of ['..', '.', '%2e%2e']) {
      const made = requestOf(node({ url: 'https://api.example.com/a/{{id}}/admin' }), () => id)
      if ('fault' in made) assert.equal(made.fault, 'address')
      else assert.ok(!new URL(completeRequest(made.request, secrets, '').url).pathname.startsWith('/admin'), id)
    }
    assert.equal(fault({ url: 'https://api.example.com/a/.{{id}}/admin' }, { id: '.' }), 'address')
  })

  test('is a text within quotes and a value of its own outside of them, in JSON', () => {
    const body = '{"name": "Sr. {{name}}", "age": {{age}}, "ok": {{ok}}, "list": [{{name}}], "none": {{none}}, "q": "\\"{{name}}\\""}'
    const name = 'Ana "la\\ mejor"\n\u2028é'
    const out = sent({ method: 'POST', bodyKind: 'json', body }, { name, age: 3.5, ok: true })
    assert.deepEqual(JSON.parse(out.body!), { name: `Sr. ${name}`, age: 3.5, ok: true, list: [name], none: null, q: `"${name}"` })
    assert.equal(out.headers['Content-Type'], 'application/json')
  })

  test('never breaks a line of the headers', () => {
    const { headers } = sent({ headers: [{ name: 'X-Name', value: 'a {{name}}' }] }, { name: 'x\r\nX-Admin: 1\u0000é€' })
    assert.deepEqual(Object.keys(headers), ['X-Name'])
    assert.match(headers['X-Name']!, /^[\t\x20-\x7e\x80-\xff]+$/)
    assert.equal(Buffer.from(headers['X-Name']!, 'latin1').toString(), 'a x X-Admin: 1 é€')
  })

  test('that looks like a secret is none', () => {
    const out = sent({ method: 'POST', bodyKind: 'text', body: '{{words}}', query: [{ name: 'q', value: '{{words}}' }] }, { words: '{{secret.key}}' })
    assert.equal(out.body, '{{secret.key}}')
    assert.equal(new URL(out.url).searchParams.get('q'), '{{secret.key}}')
  })

  test('of any kind makes the same host, JSON and headers', () => {
    const draft: Draft = {
      method: 'POST',
      url: 'https://api.example.com/a/{{v}}?x={{v}}#{{v}}',
      headers: [{ name: 'X-V', value: '{{v}}' }],
      bodyKind: 'json',
      body: '{"a": "{{v}}", "b": {{v}}}',
    }
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.double(), fc.boolean()), (v) => {
        const made = requestOf(node(draft), () => v)
        if ('fault' in made) return assert.match(String(v), /^\.{1,2}$/)
        const out = completeRequest(made.request, secrets, '')
        const url = new URL(out.url)
        assert.deepEqual([url.host, url.username, url.pathname.split('/').length, [...url.searchParams.keys()].length], ['api.example.com', '', 3, 1])
        assert.match(out.headers['X-V']!, /^[\t\x20-\x7e\x80-\xff]*$/)
        assert.equal((JSON.parse(out.body!) as { a: string }).a, String(v).toWellFormed())
      }),
    )
  })
})

describe('a secret', () => {
  test('is put in last, escaped for its place', () => {
    const draft: Draft = {
      method: 'POST',
      url: 'https://api.example.com/bot{{secret.plain}}/send',
      query: [{ name: 'key', value: '{{secret.key}}' }],
      headers: [{ name: 'Authorization', value: 'Bearer {{secret.plain}}' }],
      bodyKind: 'json',
      body: '{"key": "{{secret.key}}", "raw": {{secret.key}}}',
    }
    const made = requestOf(node(draft), () => undefined)
    assert.ok('request' in made)
    assert.deepEqual(secretsOf(made.request).toSorted(), ['key', 'plain'])
    const out = sent(draft)
    assert.equal(new URL(out.url).pathname, '/botabc/send')
    assert.equal(new URL(out.url).searchParams.get('key'), secrets.get('key'))
    assert.equal(out.headers['Authorization'], 'Bearer abc')
    assert.deepEqual(JSON.parse(out.body!), { key: secrets.get('key'), raw: secrets.get('key') })
  })

  test('cannot be said to a customer', () => {
    const definition = flow({ a: { type: 'message', text: 'La clave es {{secret.key}}', next: null } })
    assert.ok(problemsIn(definition).some(({ code }) => code === 'flow.variable_unknown'))
    assert.deepEqual(talk(definition, []).said, ['La clave es'])
  })
})

test('the key of a call is sent where it was asked for, and the author’s own comes first', () => {
  assert.equal(sent({ method: 'POST', idempotencyKey: true }).headers['Idempotency-Key'], 'call-1')
  assert.deepEqual(sent({ method: 'POST', idempotencyKey: true, headers: [{ name: 'idempotency-key', value: 'x' }] }).headers, { 'idempotency-key': 'x' })
  assert.deepEqual(sent({ method: 'POST' }).headers, {})
})

test('a request that cannot be made of its values is not made', () => {
  assert.equal(fault({ url: 'https://{{host}}/x' }, { host: 'a' }), 'address')
  assert.equal(fault({ headers: [{ name: 'a b', value: 'x' }] }), 'header')
  assert.equal(fault({ bodyKind: 'json', body: '{' }), 'body')
  assert.equal(fault({ bodyKind: 'json', body: '{"a": "\\{{x}}"}' }, { x: '", "b": "' }), 'body')
  assert.equal(fault({ bodyKind: 'text', body: '{{x}}{{x}}' }, { x: 'x'.repeat(40_000) }), 'size')
})

const answer = { data: { items: [{ name: 'Café', price: 3.5, id: 1 }], 'odd name': true }, none: null }
test('values are taken out of an answer by paths', () => {
  const paths: [string, unknown][] = [
    ['data.items[0].name', 'Café'],
    ['$.data.items[0].price', 3.5],
    ['data["odd name"]', true],
    ["$['data']['odd name']", true],
    ['data.items.length', 1],
    ['data.items[1].name', null],
    ['none', null],
    ['data.constructor', null],
    ['data.items[0]', '{"name":"Café","price":3.5,"id":1}'],
    ['$', JSON.stringify(answer)],
  ]
  for (const [path, value] of paths) {
    const result = readAnswer({ success: [], save: [{ path, variable: 'x' }] }, { status: 200, body: JSON.stringify(answer) })
    assert.deepEqual(result, { status: 200, error: null, values: { x: value } }, path)
  }
  for (const path of ['', '.', 'a..b', '$x', 'a[', 'a[-1]', 'a[x]', 'a[*]', '..a', "a['b", `${'a.'.repeat(30)}a`]) assert.equal(readPath(path), null, path)
})

test('an answer is a success by its status, and has to be JSON where values are taken from it', () => {
  const read = (status: number, body: string, success: number[] = [], path = 'a') => readAnswer({ success, save: [{ path, variable: 'x' }] }, { status, body })
  assert.deepEqual(read(204, '{"a":1}'), { status: 204, error: null, values: { x: 1 } })
  assert.deepEqual(read(404, '{"a":1}'), { status: 404, error: 'status', values: { x: 1 } })
  assert.deepEqual(read(404, '{"a":1}', [200, 404]), { status: 404, error: null, values: { x: 1 } })
  assert.deepEqual(read(200, '<html>'), { status: 200, error: 'answer', values: { x: null } })
  assert.deepEqual(read(200, 'plain', [], '$'), { status: 200, error: null, values: { x: 'plain' } })
  assert.deepEqual(read(200, '{"a":12345678901234567890}').values, { x: '12345678901234567890' }, 'no digit of a long id is lost')
  assert.deepEqual(read(200, '{"a":1e999}').values, { x: null })
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.integer({ min: 100, max: 599 }), (body, path, status) => {
      const result = read(status, body, [], path)
      assert.deepEqual(JSON.parse(JSON.stringify(result)), result)
    }),
  )
})

const nodes = {
  ask: { type: 'message' as const, text: 'Un momento…', next: 'call' },
  call: {
    type: 'api_call' as const,
    url: 'https://api.example.com/orders/{{contact.phone}}',
    save: [{ path: 'state', variable: 'state' }],
    next: 'done',
    onError: 'sorry',
  },
  done: { type: 'input' as const, text: 'Está {{state}}. ¿Algo más?', expect: 'text' as const, saveAs: 'more', next: 'bye' },
  bye: { type: 'message' as const, text: 'Anotado: {{more}}', next: null },
  sorry: { type: 'message' as const, text: 'No pude: {{call.error}} {{call.status}}', next: null },
}
const definition = flow(nodes, { always: { human: ['persona'] } })
const ok = { status: 200, error: null, values: { state: 'en camino' } }

describe('a flow that calls', () => {
  const waiting = talk(definition, [])

  test('waits for the result, whose request is an effect', () => {
    assert.deepEqual(waiting.said, ['Un momento…'])
    assert.deepEqual([waiting.state.status, waiting.state.wait?.kind], ['waiting', 'result'])
    const call = waiting.effects.find((effect) => effect.type === 'call')
    assert.deepEqual([call?.token, call?.request.url.join('')], [waiting.state.token, 'https://api.example.com/orders/%2B5491122334455'])
    assert.ok(
      waiting.effects.some((effect) => effect.type === 'wake'),
      'a result that is lost ends the wait',
    )
  })

  test('goes on with what came back, once', () => {
    const { state, said, trace } = turn(definition, waiting.state, { type: 'returned', token: waiting.state.token, result: ok })
    assert.deepEqual(said, ['Está en camino. ¿Algo más?'])
    assert.deepEqual(trace[0], { step: 'call', cause: 'returned', set: { 'call.status': 200, state: 'en camino' } })
    assert.deepEqual(turn(definition, state, { type: 'returned', token: waiting.state.token, result: ok }).effects, [])
    assert.deepEqual(turn(definition, waiting.state, { type: 'returned', token: waiting.state.token + 1, result: ok }).effects, [])
  })

  test('takes its error branch for an error, a lost result and anything that is no result', () => {
    const returned = (result: unknown) => turn(definition, waiting.state, { type: 'returned', token: waiting.state.token, result }).said
    assert.deepEqual(returned({ status: 503, error: 'status', values: {} }), ['No pude: status 503'])
    for (const result of [null, 'x', {}, { error: 'odd' }]) assert.deepEqual(returned(result), ['No pude: lost'])
    assert.deepEqual(turn(definition, waiting.state, { type: 'due', token: waiting.state.token }).said, ['No pude: timeout'])
  })

  test('without an error branch a person goes on, with a note', () => {
    const alone = flow({ ...nodes, call: { ...nodes.call, onError: null } })
    const { state } = talk(alone, [])
    const { effects } = turn(alone, state, { type: 'due', token: state.token })
    assert.ok(effects.some((effect) => effect.type === 'transfer' && effect.note.includes('«call»')))
  })

  test('hears what was written meanwhile in its order when the result is there', () => {
    const meanwhile = ['¿hola?', 'y otra cosa'].reduce((state, words) => {
      const next = turn(definition, state, { type: 'message', message: heard(text(words)) })
      assert.deepEqual([next.effects, next.trace], [[], []])
      return next.state
    }, waiting.state)
    const { said, state } = turn(definition, meanwhile, { type: 'returned', token: waiting.state.token, result: ok })
    assert.deepEqual(said, ['Está en camino. ¿Algo más?', 'Anotado: ¿hola?'])
    assert.deepEqual([state.status, state.kept], ['finished', undefined])
  })

  test('obeys an always-on word at once; the result then changes nothing', () => {
    const { state, effects } = turn(definition, waiting.state, { type: 'message', message: heard(text('persona')) })
    assert.ok(effects.some(({ type }) => type === 'transfer'))
    assert.deepEqual(turn(definition, state, { type: 'returned', token: waiting.state.token, result: ok }).effects, [])
  })

  test('that only calls and calls ends by itself', () => {
    const round = flow({ call: { type: 'api_call', url: 'https://api.example.com', next: 'call' } })
    let { state } = talk(round, [])
    let calls = 1
    for (; state.status === 'waiting' && calls < 100; calls++) state = turn(round, state, { type: 'returned', token: state.token, result: ok }).state
    assert.deepEqual([state.outcome, calls < 30], ['silent', true])
  })
})

test('what is wrong with a call is named', () => {
  const codes = (more: Draft) =>
    problemsIn(flow({ ...nodes, call: { ...nodes.call, ...more } }))
      .filter(({ nodeId }) => nodeId === 'call')
      .map(({ code }) => code.replace('flow.', ''))
  assert.deepEqual(codes({}), [])
  assert.deepEqual(codes({ url: 'http://api.example.com' }), ['call_not_encrypted'])
  for (const url of ['ftp://a.example', 'https://', '/orders', 'https://a.exa\tmple/{{contact.phone}}'])
    assert.deepEqual(codes({ url }), ['call_address_unreadable'], url)
  for (const url of ['https://{{contact.name}}/x', 'https://a.{{contact.name}}.example', '{{contact.name}}', 'https://{{secret.key}}@a.example'])
    assert.deepEqual(codes({ url }), ['call_address_variable_in_host'], url)
  assert.deepEqual(codes({ url: 'https://user:pass@a.example' }), ['call_address_credentials'])
  assert.deepEqual(codes({ headers: [{ name: 'Host', value: 'x' }] }), ['call_header_reserved'])
  assert.deepEqual(codes({ method: 'POST', bodyKind: 'json', body: '{"a": {{contact.name}}x}' }), ['call_body_not_json'])
  assert.deepEqual(codes({ method: 'POST', bodyKind: 'json', body: '{"a": "{{nmae}}"}' }), ['variable_unknown'])
  assert.deepEqual(codes({ save: [{ path: 'a[', variable: 'state' }] }), ['call_path_invalid'])
  assert.deepEqual(codes({ method: 'POST', retries: 1 }), ['call_not_repeatable'])
  assert.deepEqual(codes({ method: 'POST', retries: 1, idempotencyKey: true }), [])
  assert.deepEqual(codes({ onError: 'call' }), ['loop_without_wait'])
  assert.deepEqual(codes({ saveAs: 'secret.x' }).includes('variable_reserved'), true)
})
