import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { FlowDraft } from '../../definition.ts'
import { heard, problemsIn } from '../../index.ts'
import { context, flow, press, rich, talk, text, textOnly, turn } from '../../../test/world.ts'
import { linkErrors } from './fetched.ts'
import { linkAddress, linkFault } from './link.ts'

const pdf = { bytes: 100_000_000, mimes: [] }
const abilities: ChannelAbilities = { ...rich, media: { document: pdf, image: { bytes: 5_000_000, mimes: ['image/jpeg'] } } }
const world = context({ abilities })
type Media = Extract<FlowDraft['nodes'][string], { type: 'media' }>
const link = 'https://shop.example/invoices/{{order}}.pdf'
const invoice = (more: Partial<Media> = {}): FlowDraft['nodes'] => ({
  know: { type: 'variable', set: [{ name: 'order', value: 'A/7' }], next: 'send' },
  send: {
    type: 'media',
    kind: 'document',
    source: 'link',
    fileUrl: link,
    caption: 'Pedido {{order}}',
    fileName: 'Factura {{order}}.pdf',
    next: 'ask',
    onError: 'sorry',
    ...more,
  },
  ask: { type: 'input', text: '¿Algo más?', expect: 'text', saveAs: 'more', timeout: { seconds: 60, next: null }, next: null },
  sorry: { type: 'message', text: 'No salió: {{media.error}}', next: null },
})
const file = { fileId: '019a0000-0000-7000-8000-000000000001', name: 'Factura A-7.pdf', mime: 'application/pdf', size: 1000 }
const returned = (begun: { state: Parameters<typeof turn>[1] }, result: unknown, nodes = invoice()) =>
  turn(flow(nodes), begun.state, { type: 'returned', token: begun.state.token, result }, world)

describe('a link', () => {
  test('is fetched outside of the turn, and what is said after it waits for it', () => {
    const begun = talk(flow(invoice()), [], world)
    assert.deepEqual(begun.said, [])
    assert.deepEqual(begun.effects.at(-1), {
      type: 'fetch',
      token: begun.state.token,
      link: { url: 'https://shop.example/invoices/A%2F7.pdf', name: 'Factura A-7.pdf', kind: 'document', voice: false, rule: pdf },
    })
    const { effects, state } = returned(begun, { file })
    assert.deepEqual(
      effects.flatMap((effect) => (effect.type === 'say' ? [effect.content] : [])),
      [
        {
          type: 'document',
          file: { fileId: file.fileId, state: 'stored', name: file.name, mime: file.mime, size: null, providerMediaId: null },
          caption: 'Pedido A/7',
        },
        { type: 'text', text: '¿Algo más?' },
      ],
    )
    assert.equal(state.node, 'ask')
  })

  test('takes its error branch for whatever keeps it back, and the trace says so', () => {
    for (const error of [...linkErrors, 'something new']) {
      const begun = talk(flow(invoice()), [], world)
      const { said, trace } = returned(begun, { error })
      assert.deepEqual(said, [`No salió: ${error === 'something new' ? 'lost' : error}`])
      assert.deepEqual([trace[0]?.cause, trace[0]?.output], ['returned', 'error'])
    }
  })

  test('that never comes is given up, and a result that comes later changes nothing', () => {
    const definition = flow(invoice())
    const begun = talk(definition, [], world)
    const late = turn(definition, begun.state, { type: 'due', token: begun.state.token }, world)
    assert.deepEqual(late.said, ['No salió: timeout'])
    assert.deepEqual(returned({ state: { ...late.state, token: begun.state.token } }, { file }).effects, [])
  })

  test('leaves the customer to a person where no step is named for errors', () => {
    const nodes = invoice({ onError: null })
    delete (nodes as Record<string, unknown>)['sorry']
    const { effects, state, trace } = returned(talk(flow(nodes), [], world), { error: 'not_found' }, nodes)
    assert.equal(state.outcome, 'transferred')
    assert.equal(trace[0]?.output, 'error')
    assert.ok(effects.some((effect) => effect.type === 'transfer' && effect.note.includes('enlace')))
  })

  test('is not even fetched where the channel carries no such thing, or its values make no address', () => {
    assert.deepEqual(talk(flow(invoice()), [], context({ abilities: textOnly })).said, ['No salió: channel'])
    assert.deepEqual(talk(flow(invoice({ fileUrl: '{{order}}' })), [], world).said, ['No salió: address'])
  })

  test('keeps what is written meanwhile for the question after it', () => {
    const definition = flow(invoice())
    const begun = talk(definition, [], world)
    const meanwhile = turn(definition, begun.state, { type: 'message', message: heard(text('nada más')) }, world)
    assert.deepEqual(meanwhile.effects, [])
    const { state } = turn(definition, meanwhile.state, { type: 'returned', token: begun.state.token, result: { file } }, world)
    assert.equal(state.variables['more'], 'nada más')
    assert.equal(turn(definition, begun.state, { type: 'message', message: heard(press('x', 'persona')) }, world).state.status, 'waiting')
  })
})

describe('the address of a link', () => {
  const values = (name: string) =>
    ({ order: 'a/b?c#d', dots: '..', url: 'https://cdn.example/f.pdf?sig=%2F{{x}}', bad: 'javascript:alert(1)', at: 'https://u:p@cdn.example' })[name]
  test('takes values in their place, or is one value from its first letter to its last', () => {
    assert.equal(linkAddress('https://shop.example/{{order}}?o={{order}}', values), 'https://shop.example/a%2Fb%3Fc%23d?o=a%2Fb%3Fc%23d')
    assert.equal(linkAddress(' {{url}} ', values), 'https://cdn.example/f.pdf?sig=%2F{{x}}')
    for (const none of [
      'https://shop.example/{{dots}}/x',
      '{{bad}}',
      '{{at}}',
      '{{nothing}}',
      'https://{{order}}/x',
      'https://shop.example/{{secret.key}}',
      'ftp://x',
      '',
    ])
      assert.equal(linkAddress(none, values), null, none)
  })

  test('stays on the host that the author wrote, whatever the values', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (value) => {
        const address = linkAddress('https://shop.example/a/{{v}}?x={{v}}', () => value)
        if (address !== null) assert.equal(new URL(address).origin, 'https://shop.example')
      }),
    )
  })

  test('is looked at before anything is filled in', () => {
    assert.deepEqual(['{{url}}', link, '{{base}}/x.pdf', 'https://{{host}}/x', 'ftp://x.example', 'https://u:p@x.example/'].map(linkFault), [
      null,
      null,
      'variable_in_host',
      'variable_in_host',
      'unreadable',
      'credentials',
    ])
  })
})

describe('what can be wrong with a link', () => {
  const codes = (more: Partial<Media>, on: ChannelAbilities | null = abilities) =>
    problemsIn(flow(invoice(more)), on).flatMap(({ nodeId, code, field }) => (nodeId === 'send' ? [`${code} ${field}`] : []))
  test('nothing', () => assert.deepEqual(codes({}), []))
  test('it is empty, or none', () => {
    assert.deepEqual(codes({ fileUrl: ' ' }), ['flow.media_missing fileUrl'])
    assert.deepEqual(codes({ fileUrl: undefined }), ['flow.media_missing fileUrl'])
    assert.deepEqual(codes({ fileUrl: 'ftp://shop.example/x.pdf' }), ['flow.media_link_unreadable fileUrl'])
    assert.deepEqual(codes({ fileUrl: 'https://{{order}}.example/x' }), ['flow.media_link_variable_in_host fileUrl'])
    assert.deepEqual(codes({ fileUrl: 'https://u:p@shop.example/x' }), ['flow.media_link_credentials fileUrl'])
  })
  test('it reads what nothing sets, or a secret', () => {
    assert.deepEqual(codes({ fileUrl: '{{nobody}}', fileName: '{{secret.key}}' }), ['flow.variable_unknown fileUrl', 'flow.variable_unknown fileName'])
  })
  test('the channel does not carry it, and nothing is said of errors', () => {
    assert.deepEqual(codes({ kind: 'voice' }), ['flow.media_link_not_offered kind'])
    assert.ok(codes({ onError: null }).includes('flow.media_error_unhandled onError'))
  })
  test('a place needs none', () => assert.deepEqual(codes({ kind: 'location', fileUrl: undefined, place: { latitude: 1, longitude: 2 } }, null), []))
})
