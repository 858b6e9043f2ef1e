import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { problemsIn } from '../../index.ts'
import { context, photo, press, rich, talk, textOnly, turn } from '../../../test/world.ts'
import { FlowDefinition } from '../../definition.ts'
import { welcomeFlow } from './flow.ts'

const locales = ['es', 'pt-BR', 'en'] as const
const trades = ['clinic', 'veterinary', 'salon', 'shop', 'other'] as const

for (const locale of locales)
  for (const trade of trades)
    test(`the welcome flow in ${locale} for a ${trade} has nothing wrong with it and shows buttons`, () => {
      const definition = FlowDefinition.parse(welcomeFlow(locale, trade))
      assert.deepEqual([...problemsIn(definition, rich), ...problemsIn(definition, textOnly), ...problemsIn(definition)], [])
      const first = talk(definition, []).effects[0]
      assert.ok(first?.type === 'say' && first.content.type === 'buttons' && first.content.body.includes('Clínica Demo'))
    })

const stories = {
  es: {
    ask: 'quiero un turno',
    name: 'me llamo Ana Pérez',
    skip: 'saltar',
    hours: 'horarios',
    hoursAnswer: /lunes a viernes/,
    done: 'nada más',
    person: 'Quiero hablar con una persona',
    lost: 'xyzzy',
  },
  'pt-BR': {
    ask: 'quero agendar',
    name: 'meu nome é Ana Pérez',
    skip: 'pular',
    hours: 'funcionamento',
    hoursAnswer: /segunda a sexta/,
    done: 'só isso',
    person: 'queria falar com um atendente',
    lost: 'xyzzy',
  },
  en: {
    ask: 'I want to book',
    name: 'my name is Ana Pérez',
    skip: 'skip',
    hours: 'opening hours',
    hoursAnswer: /Monday to Friday/,
    done: "that's all",
    person: 'can I talk to a human?',
    lost: 'xyzzy',
  },
}
for (const locale of locales)
  describe(`a customer in ${locale}`, () => {
    const definition = FlowDefinition.parse(welcomeFlow(locale, 'clinic'))
    const story = stories[locale]

    test('asks for an appointment, leaves name and e-mail, and is handed over with them', () => {
      assert.deepEqual(talk(definition, [story.ask, story.name]).effects[0], { type: 'set_contact', field: 'name', value: 'Ana Pérez' })
      const { effects } = talk(definition, [press('request', '…'), story.name, 'ana@', 'ana@ejemplo.com'])
      assert.deepEqual(effects[0], { type: 'set_contact', field: 'email', value: 'ana@ejemplo.com' })
      const transfer = effects.find((effect) => effect.type === 'transfer')
      assert.match(transfer!.note, /Ana Pérez, ana@ejemplo\.com$/)
      assert.equal(talk(definition, [story.ask, story.name, story.skip]).state.outcome, 'transferred')
    })

    test('reads the hours and says good-bye', () => {
      const read = talk(definition, [story.hours])
      assert.match(read.said[0]!, story.hoursAnswer)
      assert.equal(talk(definition, [story.hours, story.done]).state.outcome, 'closed')
    })

    test('gets a person at any step, and when not understood', () => {
      for (const before of [[], [story.ask], [story.ask, story.name], [story.hours]])
        assert.equal(talk(definition, [...before, story.person]).state.outcome, 'transferred')
      assert.equal(talk(definition, [story.lost, photo(), story.lost]).state.outcome, 'transferred')
    })

    test('who falls silent is not left hanging', () => {
      const asked = talk(definition, [story.ask])
      assert.equal(turn(definition, asked.state, { type: 'due', token: asked.state.token }).state.outcome, 'transferred')
      const greeted = talk(definition, [])
      assert.equal(turn(definition, greeted.state, { type: 'due', token: greeted.state.token }).state.outcome, 'closed')
    })

    test('who is known is not asked again', () => {
      const world = context({ contact: { name: 'Ana', phone: null, email: 'ana@ejemplo.com', language: null } })
      const confirming = talk(definition, [story.ask], world)
      assert.match(confirming.said[0]!, /Ana\nana@ejemplo\.com/)
      assert.match(talk(definition, [story.ask, '1'], world).effects.find((effect) => effect.type === 'transfer')!.note, /Ana, ana@ejemplo\.com$/)
    })
  })
