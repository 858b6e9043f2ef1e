import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { scoreIn, surveyContent, surveyLanguage } from './survey-words.ts'
import { isThanks } from './thanks.ts'

const text = (words: string) => ({ type: 'text' as const, text: words })

describe('thanks', () => {
  for (const words of [
    'gracias!',
    'Muchas gracias 🙏',
    'muito obrigada 🙏',
    'ok thanks',
    'Obrigado!',
    'valeu',
    'Graciasss',
    'ok 👍',
    '🙏🏽',
    'thank you so much',
    'mil gracias por todo, buen día',
    'Muito obrigado pela atenção',
    'Dale, gracias',
  ])
    test(words, () => assert.equal(isThanks(text(words)), true))
  for (const words of [
    'gracias, y a qué hora abren?',
    'gracias, otra cosa',
    'hola',
    'ok',
    'gracias pero no funciona',
    'obrigado mas quero cancelar',
    'thanks, call me at 5',
    'perfecto',
    'no gracias',
    '1',
    '😡',
    '',
  ])
    test(`not: ${words}`, () => assert.equal(isThanks(text(words)), false))
})

describe('scores', () => {
  for (const [words, score] of [
    ['5', 5],
    [' 4 ', 4],
    ['3.', 3],
    ['5️⃣', 5],
    ['4/5', 4],
    ['⭐⭐⭐', 3],
    ['cinco', 5],
    ['Três', 3],
    ['one', 1],
    ['5 ⭐', 5],
  ] as const)
    test(words, () => assert.equal(scoreIn(text(words))?.score, score))
  for (const words of ['6', '0', '12', '5 kilos', 'el 5', '', 'hola', '10/10']) test(`not: ${words}`, () => assert.equal(scoreIn(text(words)), null))
  test('a pressed answer names its question', () => {
    const surveyId = '01234567-89ab-7def-8123-456789abcdef'
    assert.deepEqual(scoreIn({ type: 'choice', id: `csat:${surveyId}:2`, title: 'x', via: 'list' }), { score: 2, surveyId })
    assert.equal(scoreIn({ type: 'choice', id: 'csat:x:9', title: 'x', via: 'list' }), null)
  })
})

test('the question fits the channel and speaks the language', () => {
  const abilities = (buttons: number, rows: number) =>
    ({
      buttons: buttons ? { max: buttons, title: 20, id: 256, body: 1024 } : null,
      list: rows ? { rows, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 } : null,
      text: { max: 4096 },
    }) as never
  const none = { es: null, pt: null, en: null }
  assert.equal(surveyContent('s', 'es', none, abilities(3, 10)).type, 'list')
  assert.equal(surveyContent('s', 'es', none, abilities(10, 0)).type, 'buttons')
  const plain = surveyContent('s', 'pt', { ...none, pt: 'Gostou?' }, abilities(0, 0))
  assert.ok(plain.type === 'text' && plain.text.startsWith('Gostou?\nResponda com um número'))
  assert.deepEqual([surveyLanguage('pt-BR', 'es'), surveyLanguage(null, 'en'), surveyLanguage('fr', 'es-AR')], ['pt', 'en', 'es'])
})
