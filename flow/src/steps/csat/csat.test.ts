import assert from 'node:assert/strict'
import { test } from 'node:test'
import { context, flow, press, talk, textOnly } from '../../../test/world.ts'

const say = (text: string) => ({ type: 'message' as const, text, next: null })
const definition = flow({
  ask: { type: 'csat', text: '¿Cómo te atendimos?', good: 'good', bad: 'bad', timeout: { seconds: 60, next: null } },
  good: say('¡Gracias!'),
  bad: say('Perdón. Te vamos a llamar.'),
})
const scoreOf = (answer: Parameters<typeof talk>[1][number]) => talk(definition, [answer]).effects.find((effect) => effect.type === 'score')?.score

test('a mark is a number, a row, stars or its word', () => {
  assert.equal(scoreOf('5'), 5)
  assert.equal(scoreOf(press('score.2', 'Mal')), 2)
  assert.equal(scoreOf('⭐⭐⭐'), 3)
  assert.equal(scoreOf('muy bien'), 5)
  assert.equal(scoreOf('mal'), 2)
})

test('a mark has other words, and is not taken for one of another scale', () => {
  for (const [said, score] of Object.entries({ excelente: 5, pésimo: 1, great: 5, awful: 1, '😡': 1, '😍': 5, '4/5': 4, '4 de 5': 4 }))
    assert.equal(scoreOf(said), score, said)
  for (const said of ['4/10', '4 de 10', 'nada bien', 'no muy bien', '4 5']) assert.equal(scoreOf(said), undefined, said)
})

test('bad marks go their own way', () => {
  assert.deepEqual(talk(definition, ['5']).said, ['¡Gracias!'])
  assert.deepEqual(talk(definition, ['3']).said, ['Perdón. Te vamos a llamar.'])
})

test('it is a list where the channel has one, numbers elsewhere, and asked again when it is not understood', () => {
  const [first] = talk(definition, []).effects
  assert.ok(first?.type === 'say' && first.content.type === 'list')
  assert.match(talk(definition, [], context({ abilities: textOnly })).said[0]!, /1\. Muy mal/)
  assert.equal(talk(definition, ['qué sé yo']).trace[0]?.cause, 'invalid')
})
