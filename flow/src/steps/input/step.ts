import { unfit } from '@chasqui/contracts/abilities-check'
import type { OutboundContent } from '@chasqui/contracts/content'
import { giveUp, invalidWords, nameOf, timedOut, usedUp, waitForAnswer, wordsForTry } from '../../engine/asking.ts'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import { obey } from '../../engine/commands.ts'
import type { CustomerMessage } from '../../engine/heard.ts'
import { isTyped } from '../../engine/heard.ts'
import { meetMedia } from '../../engine/media.ts'
import type { InputNode } from '../../engine/nodes.ts'
import { certainIn, hearOffer, makeOffer, showOffer } from '../../engine/offer.ts'
import { askingOutputs, nextOutput } from '../../engine/output.ts'
import type { Choice, Offer } from '../../engine/run-state.ts'
import { toldBefore } from '../../engine/told-before.ts'
import type { Turn } from '../../engine/turn.ts'
import { fill, hearLate, keepOfContact, noteAnswer, say, sayPlainly, setVariable } from '../../engine/turn.ts'
import type { Way } from '../../engine/way.ts'
import { go } from '../../engine/way.ts'
import { checkAnswer } from '../../understanding/check-answer.ts'
import { sameWords } from '../../understanding/fold.ts'
import type { Moment } from '../../understanding/moment.ts'
import { capital, isWhole, momentCandidate, offeredMoments } from '../../understanding/read-time.ts'
import type { Reading } from '../../understanding/reading.ts'
import { problemsOfInput } from './problems.ts'
import { recordingIn, waitForWords, wordsIn } from './voice.ts'

export const input: StepBehaviour<InputNode> = {
  enter: (turn, node) => {
    ask(turn, node)
    return waitForAnswer(turn, node)
  },
  answer: (turn, node, message) => {
    const recording = recordingIn(turn, node, message)
    return recording === null ? hearInput(turn, node, message) : waitForWords(turn, recording)
  },
  returned: (turn, node, result) => hearRecording(turn, node, wordsIn(result)),
  due: (turn, node) => (turn.state.wait?.kind === 'result' ? hearRecording(turn, node, null) : timedOut(turn, node)),
  outputs: (node) => [nextOutput(node, 'answer'), ...askingOutputs(node)],
  sets: (node) => namesSet(node),
  texts: (node) => [node.text, ...invalidWords(node)],
  problems: problemsOfInput,
}

/** Says the question; a place is asked for by the channel's own means, where it has them. */
const ask = (turn: Turn, node: InputNode): void => {
  const content: OutboundContent = { type: 'location_request', body: fill(turn, node.text).trim() }
  const fits = node.expect === 'location' && content.body !== '' && [...content.body].length <= 1024 && unfit(content, turn.context.abilities) === null
  if (fits) turn.effects.push({ type: 'say', content })
  else say(turn, node.text)
}

/** What an input keeps besides its value. */
const suffixes: Partial<Record<InputNode['expect'], string[]>> = {
  date: ['text'],
  time: ['text'],
  datetime: ['text'],
  yes_no: ['text'],
  document: ['text', 'kind'],
  consent: ['text', 'at'],
  location: ['text', 'latitude', 'longitude'],
  file: ['mime'],
  photo: ['mime'],
}

const namesSet = (node: InputNode): string[] => [node.saveAs, ...(suffixes[node.expect] ?? []).map((suffix) => `${node.saveAs}.${suffix}`)]

/** A recording that could not be written down is one that the step cannot use, as where nobody writes them down. */
const hearRecording = (turn: Turn, node: InputNode, words: string | null): Way => {
  hearLate(turn, turn.state.node ?? '', words ?? '')
  const message: CustomerMessage = words === null ? { type: 'audio', text: '' } : { type: 'text', text: words }
  return meetMedia(turn, message, () => hearInput(turn, node, message))
}

/** What was offered comes first, then the step's own skip words, then the always-on words, everything else after them. */
const hearInput = (turn: Turn, node: InputNode, message: CustomerMessage): Way => {
  const { offer } = turn.state
  const answered = offer && offer.choices.length > 0 ? hearOfferAnswer(turn, node, offer, message) : null
  if (answered) return answered
  if (isTyped(message) && node.skipWords.some((word) => sameWords(word, message.text))) {
    for (const name of namesSet(node)) setVariable(turn, name, null)
    return go(node.next, 'next')
  }
  return (
    obey(turn, message) ??
    hearAnswer(turn, node, message, checkAnswer(node, message, turn.context, { base: offer && certainIn(offer), told: () => toldBefore(turn, node) }))
  )
}

/** Null when the message is no answer to what is offered. */
const hearOfferAnswer = (turn: Turn, node: InputNode, offer: Offer, message: CustomerMessage): Way | null => {
  const answer = hearOffer(turn, node, offer, message)
  if (answer === null) return null
  if (answer === 'refused') return refuse(turn, node)
  if (answer === 'unclear') return askAgain(turn, node, message)
  return 'took' in answer ? take(turn, node, answer.took) : offerLeft(turn, node, answer.left)
}

/** Narrower than what was offered before, so that it is no failed try. A day alone is read back with the question for its hour. */
const offerLeft = (turn: Turn, node: InputNode, left: Moment[]): Way => {
  const [only] = left
  if (left.length === 1 && only && !isWhole(node.expect, only)) return askRestOf(turn, node, only)
  const { candidates, about } = offeredMoments(node, left, turn.context)
  makeOffer(turn, candidates, about === undefined ? {} : { about })
  showOffer(turn, turn.state.offer!)
  return waitForAnswer(turn, node)
}

const hearAnswer = (turn: Turn, node: InputNode, message: CustomerMessage, reading: Reading): Way => {
  switch (reading.outcome) {
    case 'value':
      if (node.confirm && confirmed.has(node.expect))
        return offerOnce(turn, node, { outcome: 'unsure', candidates: [{ value: reading.value, text: reading.text ?? String(reading.value) }] })
      keep(turn, node, reading)
      return go(node.next, 'next')
    case 'unsure':
      return offerOnce(turn, node, reading)
    case 'partial':
      return askRest(turn, node, reading.base)
    case 'invalid':
      return askAgain(turn, node, message, reading.hint)
  }
}

/** What can be read back though it is certain; what is told by a clock or a document number is read back anyway. */
const confirmed = new Set<InputNode['expect']>(['text', 'email', 'phone', 'number', 'rating'])

/** A second offer in a row counts as a try, so that nobody is asked for ever. */
const offerOnce = (turn: Turn, node: InputNode, reading: Extract<Reading, { outcome: 'unsure' }>): Way => {
  if (turn.state.offer && usedUp(turn, node)) return giveUp(turn, node)
  makeOffer(turn, reading.candidates, reading)
  showOffer(turn, turn.state.offer!)
  return waitForAnswer(turn, node)
}

/** Asks for what a time still lacks. */
const askRest = (turn: Turn, node: InputNode, base: Moment): Way => {
  if (turn.state.offer && usedUp(turn, node)) return giveUp(turn, node)
  turn.state.offer = { choices: [], base }
  const words = momentCandidate(node.expect, base, turn.context).text
  const { askDay, askTime, invalid } = turn.phrases
  const asked =
    node.expect !== 'datetime'
      ? invalid[node.expect]
      : base.date === null && base.time !== null
        ? askDay(words)
        : base.date === null
          ? invalid.datetime
          : askTime(capital(words))
  sayPlainly(turn, asked)
  return waitForAnswer(turn, node)
}

/** After a choice, which is no failed try either. */
const askRestOf = (turn: Turn, node: InputNode, moment: Moment): Way => {
  delete turn.state.offer
  return askRest(turn, node, moment)
}

const take = (turn: Turn, node: InputNode, { value, text, kind, moment }: Choice): Way => {
  if (moment && !isWhole(node.expect, moment)) return askRestOf(turn, node, moment)
  keep(turn, node, { value, text, ...(kind !== undefined && { kind }) })
  return go(node.next, 'next')
}

/** Who says no to a hedged yes that is read back has answered the question. */
const refuse = (turn: Turn, node: InputNode): Way => {
  const [only] = turn.state.offer?.choices ?? []
  if (only?.value === true) return take(turn, node, { ...only, value: false, text: turn.phrases.no })
  delete turn.state.offer
  if (usedUp(turn, node)) return giveUp(turn, node)
  sayPlainly(turn, turn.phrases.askAnew)
  return waitForAnswer(turn, node)
}

const told = new Set<InputNode['expect']>(['date', 'time', 'datetime', 'yes_no', 'document', 'consent', 'location'])

const keep = (turn: Turn, node: InputNode, { value, text, kind, more = {} }: Omit<Extract<Reading, { outcome: 'value' }>, 'outcome'>): void => {
  setVariable(turn, node.saveAs, value)
  if (told.has(node.expect)) setVariable(turn, `${node.saveAs}.text`, text ?? String(value))
  if (kind !== undefined) setVariable(turn, `${node.saveAs}.kind`, kind)
  for (const [suffix, part] of Object.entries(more)) setVariable(turn, `${node.saveAs}.${suffix}`, part)
  noteAnswer(turn, nameOf(turn, node), text ?? String(value))
  if (node.saveToContact !== undefined) keepOfContact(turn, node.saveToContact, String(value))
}

/** Asks once more: what is offered again, else with the author's words, else with the hint that the answer itself gives. */
const askAgain = (turn: Turn, node: InputNode, message: CustomerMessage, hint?: string): Way => {
  if (usedUp(turn, node)) return giveUp(turn, node)
  const { offer } = turn.state
  if (offer && offer.choices.length > 0) showOffer(turn, offer, hint)
  else showInvalid(turn, node, message, hint)
  return waitForAnswer(turn, node)
}

const showInvalid = (turn: Turn, node: InputNode, message: CustomerMessage, hint: string | undefined): void => {
  const { invalid, onlyText } = turn.phrases
  const own = wordsForTry(turn, node)
  if (own !== undefined) say(turn, own)
  else sayPlainly(turn, hint ?? (message.text === '' ? onlyText : invalid[node.expect]))
}
