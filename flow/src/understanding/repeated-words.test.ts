import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askedYesNo } from '../../test/corpus/unseen/asked-yes-no.ts'
import { momentsWithReasons } from '../../test/corpus/unseen/moments-with-reasons.ts'
import { unseenNumbers } from '../../test/corpus/unseen/numbers.ts'
import { unseenYesAndNo } from '../../test/corpus/unseen/yes-no.ts'
import { context, text } from '../../test/world.ts'
import { FlowNode } from '../definition.ts'
import { heard } from '../engine/heard.ts'
import type { InputNode } from '../engine/nodes.ts'
import { checkAnswer } from './check-answer.ts'
import { meantOption, namedOption } from './choose-option.ts'
import { perhapsMeant } from './perhaps-options.ts'

/**
 * Whoever says a few words over and over gets an answer: patterns with parts that match in many ways take twice as long for each word more. There is no time to compare, a run that
 * meets such a pattern never ends.
 */
const corpora = JSON.stringify([askedYesNo, momentsWithReasons, unseenNumbers, unseenYesAndNo])
const words = [...new Set(corpora.match(/[\p{L}']+/gu))]
const locales = ['es-AR', 'pt-BR', 'en-US'] as const
const input = (expect: string) =>
  FlowNode.parse({ type: 'input', text: '¿Quiere cancelar la cita para dos personas?', expect, saveAs: 'x', next: null }) as InputNode
const nodes = ['yes_no', 'number', 'datetime', 'email', 'phone', 'document'].map(input)
const options = ['Turnos', 'Precios', 'Hablar con una persona', 'Reportar paquete dañado'].map((label, at) => ({
  id: String(at),
  label,
  description: '',
  words: [],
}))

const saidOften = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }), fc.integer({ min: 10, max: 25 }))
  .map(([some, times]) => Array.from({ length: times }, () => some.join(' ')).join(' '))

test('a few words that are said over and over are read to their end', () => {
  fc.assert(
    fc.property(saidOften, fc.constantFrom(...locales), (said, locale) => {
      const message = heard(text(said))
      for (const node of nodes) assert.ok(checkAnswer(node, message, context({ locale, readPhone: (digits) => digits })).outcome)
      const language = locale.slice(0, 2) as 'es' | 'pt' | 'en'
      if (!(namedOption(options, message) ?? meantOption(options, message, true, language))) perhapsMeant(options, message, language)
    }),
    { numRuns: 1000 },
  )
})

test('one word that is said over and over is read to its end', () => {
  for (const word of words)
    for (const locale of locales)
      for (const node of nodes.slice(0, 3)) assert.ok(checkAnswer(node, heard(text(Array(40).fill(word).join(' '))), context({ locale })).outcome)
})
