import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inArgentina } from '../../test/corpus/in-their-words/argentina.ts'
import { inBrazil } from '../../test/corpus/in-their-words/brazil.ts'
import { inChile } from '../../test/corpus/in-their-words/chile.ts'
import { inColombia } from '../../test/corpus/in-their-words/colombia.ts'
import { inMexico } from '../../test/corpus/in-their-words/mexico.ts'
import type { Answers, Place } from '../../test/corpus/in-their-words/place.ts'
import { inPortugal } from '../../test/corpus/in-their-words/portugal.ts'
import { inSpain } from '../../test/corpus/in-their-words/spain.ts'
import { inTheUnitedKingdom } from '../../test/corpus/in-their-words/united-kingdom.ts'
import { inTheUnitedStates } from '../../test/corpus/in-their-words/united-states.ts'
import type { Reader } from '../../test/corpus/measure.ts'
import { measure } from '../../test/corpus/measure.ts'
import { context, text } from '../../test/world.ts'
import { FlowNode } from '../definition.ts'
import { heard } from '../engine/heard.ts'
import type { InputNode } from '../engine/nodes.ts'
import { checkAnswer } from './check-answer.ts'
import { meantOption, namedOption } from './choose-option.ts'
import { languageOf } from './language.ts'
import { isWhole } from './read-time.ts'

/** What customers of nine countries answer: a time that is read back counts as understood, any other value only if it is taken as it is. */

const places: Record<string, Place> = {
  Argentina: inArgentina,
  Brazil: inBrazil,
  Chile: inChile,
  Colombia: inColombia,
  Mexico: inMexico,
  Portugal: inPortugal,
  Spain: inSpain,
  'the United Kingdom': inTheUnitedKingdom,
  'the United States': inTheUnitedStates,
}

const readerOf = ({ locale, timeZone, country }: Place, { expect, now, past, hours }: Answers): Reader => {
  const asked = { type: 'input', text: '?', expect, saveAs: 'x', next: null, ...(past && { past }), ...(hours && { hours }) }
  const node = FlowNode.parse(asked) as InputNode
  const world = context({ now: new Date(now), locale, timeZone, business: { name: 'Demo', country } })
  return (said) => {
    const reading = checkAnswer(node, heard(text(said)), world)
    if (reading.outcome === 'value') return expect === 'yes_no' ? (reading.value === true ? 'yes' : 'no') : String(reading.value)
    const [only, ...others] = reading.outcome === 'unsure' ? reading.candidates : []
    if (!only?.moment || others.length > 0 || !isWhole(expect, only.moment)) return null
    return expect === 'datetime' ? String(only.value).slice(0, 16) : String(only.value)
  }
}

const check = (name: string, said: Answers['said'], read: Reader, share: number): void =>
  void test(name, (told) => {
    const { total, right, wrong, missed } = measure(said, read)
    told.diagnostic(`${right} of ${total}`)
    assert.deepEqual(wrong, [], 'taken for something that was not meant')
    assert.ok(right / total >= share, `${right} of ${total}: ${missed.join(', ')}`)
  })

for (const [country, place] of Object.entries(places))
  describe(`what customers answer in ${country}`, () => {
    for (const answers of place.answers)
      check(`${answers.expect} at ${answers.now}`, answers.said, readerOf(place, answers), /date|time/.test(answers.expect) ? 0.95 : 0.98)
    for (const { labels, said, numbered = false } of place.menus) {
      const options = labels.map((label, at) => ({ id: String(at + 1), label, description: '', words: [] }))
      const chosen: Reader = (words) =>
        (namedOption(options, heard(text(words))) ?? meantOption(options, heard(text(words)), numbered, languageOf(place.locale)))?.id ?? null
      check(`the menu ${labels.join(', ')}${numbered ? ', with numbers' : ''}`, said, chosen, 0.98)
    }
  })
