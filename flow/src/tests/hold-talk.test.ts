import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { flow } from '../../test/world.ts'
import { TestTalk } from '@chasqui/contracts'
import { commonAbilities, holdTalk, type TestWorld } from './hold-talk.ts'

const world: TestWorld = {
  abilities: commonAbilities,
  business: { name: 'Clínica Demo' },
  locale: 'es-AR',
  timeZone: 'America/Argentina/Buenos_Aires',
  matches: (pattern, text) => new RegExp(pattern, 'u').test(text),
}
const definition = flow({
  hello: { type: 'message', text: 'Hola {{contact.name}}', next: 'menu' },
  menu: {
    type: 'menu',
    text: '¿Qué?',
    saveAs: 'wish',
    timeout: { seconds: 3600, next: 'still' },
    options: [
      { id: 'book', label: 'Turno', next: 'when' },
      { id: 'bye', label: 'Nada', next: null },
    ],
  },
  still: { type: 'message', text: '¿Seguís ahí?', next: 'menu' },
  when: { type: 'input', text: '¿Cuándo?', expect: 'date', saveAs: 'day', next: 'end' },
  end: { type: 'close', text: 'Anotado' },
})
type Written = (typeof TestTalk)['_zod']['input']
const talk = (turns: Written['turns'], more: Partial<Written> = {}) =>
  holdTalk(definition, TestTalk.parse({ at: '2026-03-02T12:00:00Z', contact: { name: 'Ana' }, turns, ...more }), world)
const hello = { does: { type: 'writes', text: 'hola' }, replies: ['Hola Ana', '¿Qué?'] } as const

describe('a recorded talk', () => {
  test('passes when it goes as it went, on the day on which it was held', () => {
    assert.deepEqual(
      talk(
        [
          { ...hello, replies: [...hello.replies] },
          { does: { type: 'presses', id: 'book', title: 'Turno' }, replies: ['¿Cuándo?'], variables: { wish: 'Turno', day: null } },
          { does: { type: 'writes', text: 'mañana' } },
          { does: { type: 'writes', text: 'sí' }, replies: ['Anotado'], variables: { day: '2026-03-03' } },
        ],
        { ends: 'closed', step: 'end' },
      ),
      [],
    )
  })

  test('goes on by what the flow waits for beside words, and by nothing where it waits for none', () => {
    const paid = flow(
      {
        ask: { type: 'message', text: 'Paga aquí', next: 'paid' },
        paid: { type: 'wait_for', event: 'webhook', hears: false, timeout: { seconds: 60, next: null }, happened: 'thanks', next: null },
        thanks: { type: 'message', text: 'Gracias, recibo {{receipt}}', next: 'menu' },
        menu: { type: 'menu', text: '¿Algo más?', options: [{ id: 'no', label: 'No', next: null }] },
      },
      { triggers: [{ type: 'webhook', channelId: null, variables: [{ path: 'receipt', name: 'receipt' }] }] },
    )
    const happens = { type: 'happens', variables: { receipt: 'A-7' } } as const
    const turns: Written['turns'] = [
      { does: { type: 'starts' }, replies: ['Paga aquí'] },
      { does: happens, replies: ['Gracias, recibo A-7', '¿Algo más?'], variables: { receipt: 'A-7' } },
      { does: happens, replies: [] },
    ]
    assert.deepEqual(holdTalk(paid, TestTalk.parse({ at: '2026-03-02T12:00:00Z', turns, ends: null, step: 'menu' }), world), [])
  })

  test('tells each place where it went another way', () => {
    const differences = talk(
      [
        { does: { type: 'writes', text: 'hola' }, replies: ['Hola Rui', '¿Qué?', 'Adiós'], variables: { wish: 'Turno' } },
        { does: { type: 'writes', text: 'nada' }, replies: [] },
      ],
      { ends: 'transferred', step: 'end' },
    )
    assert.deepEqual(differences, [
      { turn: 0, what: 'reply', about: '0', expected: 'Hola Rui', actual: 'Hola Ana' },
      { turn: 0, what: 'missing_reply', about: '2', expected: 'Adiós', actual: null },
      { turn: 0, what: 'variable', about: 'wish', expected: 'Turno', actual: null },
      { turn: null, what: 'end', about: 'outcome', expected: 'transferred', actual: 'finished' },
      { turn: null, what: 'step', about: 'step', expected: 'end', actual: 'menu' },
    ])
  })

  test('lets time pass: what falls due happens at its time, each time anew', () => {
    const reminded = ['¿Seguís ahí?', '¿Qué?']
    assert.deepEqual(
      talk(
        [
          { does: { type: 'writes', text: 'hola' } },
          { does: { type: 'waits', seconds: 3599 }, replies: [] },
          { does: { type: 'waits', seconds: 2 }, replies: reminded },
          { does: { type: 'waits', seconds: 7200 }, replies: [...reminded, ...reminded] },
        ],
        { ends: null },
      ),
      [],
    )
  })

  test('is over when the flow is: nobody answers what is written after it', () => {
    assert.deepEqual(
      talk([{ ...hello, replies: [...hello.replies] }, { does: { type: 'writes', text: 'nada' } }, { does: { type: 'writes', text: 'hola' }, replies: [] }], {
        ends: 'finished',
      }),
      [],
    )
  })
})

test('fetches nothing: what a link leads to counts as sent, and its caption is read', () => {
  const linked = flow({
    send: { type: 'media', kind: 'document', source: 'link', fileUrl: 'https://shop.example/a.pdf', caption: 'Factura', next: 'bye', onError: 'sorry' },
    bye: { type: 'message', text: 'Eso es todo', next: null },
    sorry: { type: 'message', text: 'No salió', next: null },
  })
  const held = TestTalk.parse({
    at: '2026-03-02T12:00:00Z',
    turns: [{ does: { type: 'writes', text: 'hola' }, replies: ['Factura', 'Eso es todo'] }],
    ends: 'finished',
  })
  assert.deepEqual(holdTalk(linked, held, world), [])
})

test('what the flow learnt of the customer it knows at the next turn', () => {
  const staged = flow({
    move: { type: 'stage', stage: 'won', next: 'ask' },
    ask: { type: 'input', text: '¿Tu nombre?', expect: 'text', saveAs: 'name', saveToContact: 'name', next: 'wait' },
    wait: { type: 'input', text: '¿Algo más?', expect: 'text', saveAs: 'more', next: 'known' },
    known: { type: 'condition', all: [{ variable: 'contact.stage', operator: 'equals', value: 'won' }], then: 'bye', otherwise: null },
    bye: { type: 'message', text: 'Chau {{contact.name}}', next: null },
  })
  const turns = [
    { does: { type: 'writes', text: 'hola' }, replies: ['¿Tu nombre?'] },
    { does: { type: 'writes', text: 'Eva' }, replies: ['¿Algo más?'] },
    { does: { type: 'writes', text: 'no' }, replies: ['Chau Eva'] },
  ]
  assert.deepEqual(holdTalk(staged, TestTalk.parse({ at: '2026-03-02T12:00:00Z', contact: { name: null }, turns, ends: 'finished' }), world), [])
})

describe('what a customer sends in a recorded talk', () => {
  const asking = flow({
    hello: { type: 'condition', all: [{ variable: 'contact.tags', operator: 'has_words', value: 'vip' }], then: 'photo', otherwise: null },
    photo: { type: 'input', text: '¿Foto, {{contact.phone}}?', expect: 'photo', saveAs: 'photo', next: 'file' },
    file: { type: 'input', text: '¿Archivo?', expect: 'file', saveAs: 'file', next: 'place' },
    place: { type: 'input', text: '¿Dónde?', expect: 'location', saveAs: 'place', next: 'card' },
    card: { type: 'input', text: '¿A quién?', expect: 'phone', saveAs: 'card', next: 'person' },
    person: { type: 'transfer_to_agent', text: 'Va', byHours: true, closed: 'later' },
    later: { type: 'message', text: 'Mañana', next: null },
  })
  const held = (more: Partial<Written> = {}) =>
    holdTalk(
      asking,
      TestTalk.parse({
        at: '2026-03-02T12:00:00Z',
        contact: { name: 'Ana', phone: '+5491155550100', tags: ['VIP'] },
        turns: [
          { does: { type: 'writes', text: 'hola' }, replies: ['¿Foto, +5491155550100?'] },
          {
            does: { type: 'sends', what: 'image', text: 'esta', file: { name: 'a.jpg', mime: 'image/jpeg' } },
            replies: ['¿Archivo?'],
            variables: { photo: 'a.jpg' },
          },
          {
            does: { type: 'sends', what: 'document', file: { name: 'b.pdf', mime: 'application/pdf' } },
            replies: ['¿Dónde?'],
            variables: { 'file.mime': 'application/pdf' },
          },
          {
            does: { type: 'sends', what: 'location', text: 'Obelisco', place: { latitude: -34.5, longitude: -58.25 } },
            replies: ['¿A quién?'],
            variables: { place: '-34.5,-58.25' },
          },
          { does: { type: 'sends', what: 'contacts', text: 'Eva', phone: '+5491155550101' }, replies: ['Va'], variables: { card: '+5491155550101' } },
        ],
        ends: 'transferred',
        ...more,
      }),
      world,
    )

  test('answers questions for it, and who they are decides', () => {
    assert.deepEqual(held(), [])
    const [first] = held({ contact: { name: 'Ana', tags: [] } })
    assert.deepEqual([first?.what, first?.expected], ['missing_reply', '¿Foto, +5491155550100?'])
  })

  test('is answered as at an hour at which nobody is there', () => {
    assert.deepEqual(
      held({ isOpen: false }).map(({ actual }) => actual),
      ['Mañana', 'finished'],
    )
  })
})
