import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { choices } from '../../test/corpus/choices.ts'
import { everydayChoices, everydayDocuments, everydayNumbers, everydayYesAndNo } from '../../test/corpus/everyday-answers.ts'
import { documents, emails, phones } from '../../test/corpus/contacts.ts'
import type { Reader } from '../../test/corpus/measure.ts'
import { measure } from '../../test/corpus/measure.ts'
import { momentsInEnglish } from '../../test/corpus/moments-en.ts'
import { momentsInSpanish } from '../../test/corpus/moments-es.ts'
import { momentsInPortuguese } from '../../test/corpus/moments-pt.ts'
import { momentsOnFriday } from '../../test/corpus/moments-on-friday.ts'
import { momentsOnThursday } from '../../test/corpus/moments-on-thursday.ts'
import { births, momentsOnTuesday } from '../../test/corpus/moments-on-tuesday.ts'
import { numbers } from '../../test/corpus/numbers.ts'
import { otherWordsInEnglish } from '../../test/corpus/in-other-words/choices-in-english.ts'
import { otherWordsInPortuguese } from '../../test/corpus/in-other-words/choices-in-portuguese.ts'
import { otherWordsInSpanish } from '../../test/corpus/in-other-words/choices-in-spanish.ts'
import { choicesInEnglish } from '../../test/corpus/plainly/choices-in-english.ts'
import { choicesInPortuguese } from '../../test/corpus/plainly/choices-in-portuguese.ts'
import { choicesInSpanish } from '../../test/corpus/plainly/choices-in-spanish.ts'
import { numbersInEnglish } from '../../test/corpus/numbers-told/in-english.ts'
import { numbersInPortuguese } from '../../test/corpus/numbers-told/in-portuguese.ts'
import { numbersInSpanish } from '../../test/corpus/numbers-told/in-spanish.ts'
import { plainNumbers } from '../../test/corpus/plainly/numbers.ts'
import { yesAndNoInEnglish } from '../../test/corpus/plainly/yes-and-no-in-english.ts'
import { yesAndNoInPortuguese } from '../../test/corpus/plainly/yes-and-no-in-portuguese.ts'
import { yesAndNoInSpanish } from '../../test/corpus/plainly/yes-and-no-in-spanish.ts'
import { secondChoices, secondLook, secondNumbers, secondYesAndNo } from '../../test/corpus/second-look.ts'
import { sureChoices } from '../../test/corpus/sure-choices.ts'
import { sureNumbers } from '../../test/corpus/sure-numbers.ts'
import { sureYesAndNo } from '../../test/corpus/sure-yes-no.ts'
import { askedYesNo } from '../../test/corpus/unseen/asked-yes-no.ts'
import { unseenChoices } from '../../test/corpus/unseen/choices.ts'
import { unseenDocuments } from '../../test/corpus/unseen/documents.ts'
import { unseenEmails } from '../../test/corpus/unseen/emails.ts'
import { unseenMoments } from '../../test/corpus/unseen/moments.ts'
import { momentsWithReasons } from '../../test/corpus/unseen/moments-with-reasons.ts'
import { unseenNumbers } from '../../test/corpus/unseen/numbers.ts'
import { numbersByQuestion } from '../../test/corpus/unseen/numbers-by-question.ts'
import { toldOfMatters } from '../../test/corpus/unseen/told-of-matters.ts'
import { topicChoices } from '../../test/corpus/unseen/topics.ts'
import { unseenYesAndNo } from '../../test/corpus/unseen/yes-no.ts'
import { yesNoByQuestion } from '../../test/corpus/unseen/yes-no-by-question.ts'
import type { Utterances } from '../../test/corpus/utterance.ts'
import { everydayWishes } from '../../test/corpus/wishes/everyday.ts'
import { guestWishes } from '../../test/corpus/wishes/guests.ts'
import { plainWishes } from '../../test/corpus/wishes/plain.ts'
import { lookAlikes } from '../../test/corpus/wishes/look-alikes.ts'
import { wishesInEnglish } from '../../test/corpus/wishes/english.ts'
import { wishesInPortuguese } from '../../test/corpus/wishes/portuguese.ts'
import { wishesInSpanish } from '../../test/corpus/wishes/spanish.ts'
import { yesAndNo } from '../../test/corpus/yes-no.ts'
import { context, text } from '../../test/world.ts'
import { FlowNode } from '../definition.ts'
import { heard } from '../engine/heard.ts'
import type { InputNode } from '../engine/nodes.ts'
import { checkAnswer } from './check-answer.ts'
import { meantOption, namedOption } from './choose-option.ts'
import { languageOf } from './language.ts'
import { isWhole } from './read-time.ts'

/** How well the words of the corpus are understood; what is read back for a yes counts as understood, several to choose from as asked. */

const wednesday = new Date('2026-11-25T13:30:00.000Z')
const thursday = new Date('2027-02-11T15:20:00.000Z')
const tuesday = new Date('2026-10-13T14:20:00.000Z')
const inAugust = new Date('2026-08-19T14:10:00.000Z')
const friday = new Date('2026-05-29T19:45:00.000Z')

const input = (more: Partial<InputNode>) => FlowNode.parse({ type: 'input', text: '?', expect: 'text', saveAs: 'x', next: null, ...more }) as InputNode

const reader =
  (more: Partial<InputNode>, locale: string, now = wednesday): Reader =>
  (said) => {
    const node = input(more)
    const reading = checkAnswer(node, heard(text(said)), context({ now, locale, readPhone: readPhoneOf(locale.slice(-2)) }))
    if (reading.outcome === 'value') return shown(node, reading.value, reading.text)
    const [only, ...others] = reading.outcome === 'unsure' ? reading.candidates : []
    if (!only || others.length > 0 || (only.moment && !isWhole(node.expect, only.moment))) return null
    return shown(node, only.value, only.text)
  }

/** As much of the numbering plans of three countries as the corpus needs; the product's own reading is the server's. */
const readPhoneOf =
  (country: string) =>
  (digits: string): string | null => {
    if (digits.startsWith('+')) return digits
    if (country === 'AR')
      return /^(?:0)?11(?:15)?(\d{8})$/.test(digits) ? digits.replace(/^0?11(15)?/, (_, mobile?: string) => (mobile ? '+54911' : '+5411')) : null
    return country === 'BR' ? (digits.length === 11 ? `+55${digits}` : null) : digits.length === 10 ? `+1${digits}` : null
  }

const shown = (node: InputNode, value: unknown, words: string | undefined): string => {
  if (node.expect === 'yes_no') return value === true ? 'yes' : 'no'
  if (node.expect === 'document') return words ?? String(value)
  return node.expect === 'datetime' ? String(value).slice(0, 16) : String(value)
}

const check = (name: string, utterances: Utterances, read: Reader, share: number): void => {
  void test(name, (told) => {
    const { total, right, wrong, missed } = measure(utterances, read)
    told.diagnostic(`${right} of ${total}`)
    assert.deepEqual(wrong, [], 'taken for something that was not meant')
    assert.ok(right / total >= share, `${right} of ${total}: ${missed.join(', ')}`)
  })
}

const plainYesAndNo = { es: yesAndNoInSpanish, 'pt-BR': yesAndNoInPortuguese, en: yesAndNoInEnglish }

describe('the corpus', () => {
  for (const [locale, answers] of Object.entries(plainYesAndNo))
    for (const [meant, utterances] of Object.entries(answers)) check(`plainly ${meant} ${locale}`, utterances, reader({ expect: 'yes_no' }, locale), 0.98)
  for (const [locale, moments] of [
    ['es-AR', momentsInSpanish],
    ['pt-BR', momentsInPortuguese],
    ['en-US', momentsInEnglish],
  ] as const)
    for (const expect of ['datetime', 'date', 'time'] as const) check(`${expect} ${locale}`, moments[expect], reader({ expect }, locale), 0.95)
  for (const [day, now, moments] of [
    ['Friday', friday, momentsOnFriday],
    ['Thursday', thursday, momentsOnThursday],
    ['Tuesday', tuesday, momentsOnTuesday],
    ['Tuesday once more', tuesday, secondLook],
    ['Wednesday in August', inAugust, unseenMoments],
    ['Wednesday with reasons', wednesday, momentsWithReasons],
  ] as const)
    for (const [locale, sets] of Object.entries(moments))
      for (const [expect, utterances] of Object.entries(sets) as ['datetime' | 'date' | 'time', Utterances][])
        check(`${expect} ${locale} on a ${day}`, utterances, reader({ expect }, locale, now), 0.95)
  for (const [locale, utterances] of Object.entries(births))
    check(`births ${locale}`, utterances, reader({ expect: 'date', past: true }, locale, tuesday), 0.95)
  for (const [locale, utterances] of [
    ...Object.entries(everydayYesAndNo),
    ...Object.entries(secondYesAndNo),
    ...Object.entries(sureYesAndNo),
    ...Object.entries(unseenYesAndNo),
  ])
    check(`everyday yes and no ${locale}`, utterances, reader({ expect: 'yes_no' }, locale), 0.98)
  for (const [locale, asked] of [...Object.entries(askedYesNo), ...Object.entries(yesNoByQuestion), ...Object.entries(toldOfMatters)])
    for (const { question, said } of asked) check(`«${question}» ${locale}`, said, reader({ expect: 'yes_no', text: question }, locale), 1)
  for (const [locale, utterances] of [
    ...Object.entries(everydayNumbers),
    ...Object.entries(secondNumbers),
    ...Object.entries(sureNumbers),
    ...Object.entries(plainNumbers),
    ...Object.entries(unseenNumbers),
  ])
    check(`everyday numbers ${locale}`, utterances, reader({ expect: 'number' }, locale), 0.98)
  for (const [locale, asked] of [
    ...Object.entries(numbersByQuestion),
    ...Object.entries({ es: numbersInSpanish, 'pt-BR': numbersInPortuguese, en: numbersInEnglish }),
  ])
    for (const { question, said } of asked) check(`«${question}» ${locale}`, said, reader({ expect: 'number', text: question }, locale), 1)
  for (const [kind, utterances] of [...Object.entries(everydayDocuments), ...Object.entries(unseenDocuments)])
    check(`everyday documents ${kind}`, utterances, reader({ expect: 'document', documents: [kind] as InputNode['documents'] }, 'es-AR'), 1)
  for (const [locale, utterances] of Object.entries(yesAndNo)) check(`yes and no ${locale}`, utterances, reader({ expect: 'yes_no' }, locale), 0.98)
  for (const [locale, utterances] of Object.entries(numbers)) check(`numbers ${locale}`, utterances, reader({ expect: 'number' }, locale), 0.98)
  for (const [locale, menus] of [
    ...Object.entries(choices),
    ...Object.entries(everydayChoices),
    ...Object.entries(secondChoices),
    ...Object.entries(sureChoices),
    ...Object.entries(unseenChoices),
    ...Object.entries(topicChoices),
    ...Object.entries(everydayWishes),
    ...Object.entries(guestWishes),
    ...Object.entries(plainWishes),
    ...Object.entries(lookAlikes),
    ...Object.entries({ es: wishesInSpanish, 'pt-BR': wishesInPortuguese, en: wishesInEnglish }),
    ...Object.entries({ es: choicesInSpanish, 'pt-BR': choicesInPortuguese, en: choicesInEnglish }),
    ...Object.entries({ es: otherWordsInSpanish, 'pt-BR': otherWordsInPortuguese, en: otherWordsInEnglish }),
  ])
    for (const { labels, said, numbered = false } of menus) {
      const options = labels.map((label, at) => ({ id: String(at + 1), label, description: '', words: [] }))
      const chosen: Reader = (words) =>
        (namedOption(options, heard(text(words))) ?? meantOption(options, heard(text(words)), numbered, languageOf(locale)))?.id ?? null
      check(`choices ${locale}: ${labels.join(', ')}${numbered ? ', with numbers' : ''}`, said, chosen, 0.98)
    }
  for (const [locale, utterances] of [...Object.entries(emails), ...Object.entries(unseenEmails)])
    check(`e-mail addresses ${locale}`, utterances, reader({ expect: 'email' }, locale), 0.98)
  for (const [kind, utterances] of Object.entries(documents))
    check(`documents ${kind}`, utterances, reader({ expect: 'document', documents: [kind] as InputNode['documents'] }, 'es-AR'), 1)
  for (const [locale, utterances] of Object.entries(phones)) check(`phone numbers ${locale}`, utterances, reader({ expect: 'phone' }, locale), 1)
})
