import { menuFor, showMenu, styleShown, wait } from './ask.ts'
import type { Reading } from '../understanding/reading.ts'
import { checkAnswer } from '../understanding/check-answer.ts'
import { meantOption, namedOption } from '../understanding/choose-option.ts'
import { obey } from './commands.ts'
import { handOver } from './endings.ts'
import { sameWords } from '../understanding/fold.ts'
import type { CustomerMessage } from './heard.ts'
import { isTyped } from './heard.ts'
import type { InputNode, MenuNode } from './nodes.ts'
import { setBy } from '../problems/node-texts.ts'
import { chosenFrom, makeOffer, showOffer } from './offer.ts'
import { capital, isWhole, momentCandidate } from '../understanding/read-time.ts'
import type { Choice, Value } from './run-state.ts'
import type { Turn } from './turn.ts'
import { noteAnswer, say, sayPlainly, setVariable } from './turn.ts'
import type { Moment } from '../understanding/moment.ts'
import { walk } from './walk.ts'

/** An option named outright comes before the always-on words, a guess after them. */
export const answerMenu = (turn: Turn, node: MenuNode, message: CustomerMessage): void => {
  const options = menuFor(turn, node, node.text).options.map((option, at) => ({ ...option, next: node.options[at]!.next }))
  const named = namedOption(options, message)
  if (!named && obey(turn, message)) return
  const chosen = named ?? meantOption(options, message, styleShown(turn, node) === 'numbers')
  if (!chosen) return askAgain(turn, node, message)
  if (node.saveAs !== undefined) {
    setVariable(turn, node.saveAs, chosen.label)
    setVariable(turn, `${node.saveAs}.id`, chosen.id)
  }
  noteAnswer(turn, nameOf(turn, node), chosen.label)
  walk(turn, chosen.next)
}

/** What was offered comes first, then the step's own skip words, then the always-on words, everything else after them. */
export const answerInput = (turn: Turn, node: InputNode, message: CustomerMessage): void => {
  const { offer } = turn.state
  const taken = offer && offer.choices.length > 0 ? chosenFrom(turn, offer, message) : null
  if (taken === 'refused') return refuse(turn, node)
  if (taken) return take(turn, node, taken)
  if (isTyped(message) && node.skipWords.some((word) => sameWords(word, message.text))) {
    for (const name of setBy(node)) setVariable(turn, name, null)
    return walk(turn, node.next)
  }
  if (obey(turn, message)) return
  hearAnswer(turn, node, message, checkAnswer(node, message, turn.context, offer?.base))
}

const hearAnswer = (turn: Turn, node: InputNode, message: CustomerMessage, reading: Reading): void => {
  switch (reading.outcome) {
    case 'value':
      keep(turn, node, reading)
      return walk(turn, node.next)
    case 'unsure':
      return offerOnce(turn, node, reading)
    case 'partial':
      return askRest(turn, node, reading.base)
    case 'invalid':
      return askAgain(turn, node, message, reading.hint)
  }
}

/** A second offer in a row counts as a try, so that nobody is asked for ever. */
const offerOnce = (turn: Turn, node: InputNode, reading: Extract<Reading, { outcome: 'unsure' }>): void => {
  if (turn.state.offer && usedUp(turn, node)) return giveUp(turn, node)
  makeOffer(turn, reading.candidates, reading)
  showOffer(turn, turn.state.offer!)
  wait(turn, 'reply', node.timeout?.seconds ?? null)
}

/** Asks for what a time still lacks. */
const askRest = (turn: Turn, node: InputNode, base: Moment): void => {
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
  wait(turn, 'reply', node.timeout?.seconds ?? null)
}

const take = (turn: Turn, node: InputNode, { value, text, moment }: Choice): void => {
  if (moment && !isWhole(node.expect, moment)) return askRest(turn, node, moment)
  keep(turn, node, { value, text })
  walk(turn, node.next)
}

const refuse = (turn: Turn, node: InputNode): void => {
  delete turn.state.offer
  if (usedUp(turn, node)) return giveUp(turn, node)
  sayPlainly(turn, turn.phrases.askAnew)
  wait(turn, 'reply', node.timeout?.seconds ?? null)
}

const told = new Set<InputNode['expect']>(['date', 'time', 'datetime', 'yes_no', 'document'])

const keep = (turn: Turn, node: InputNode, { value, text, kind }: { value: Value; text?: string; kind?: string }): void => {
  setVariable(turn, node.saveAs, value)
  if (told.has(node.expect)) setVariable(turn, `${node.saveAs}.text`, text ?? String(value))
  if (kind !== undefined) setVariable(turn, `${node.saveAs}.kind`, kind)
  noteAnswer(turn, nameOf(turn, node), text ?? String(value))
  if (node.saveToContact === undefined) return
  turn.learnt[node.saveToContact] = String(value)
  turn.effects.push({ type: 'set_contact', field: node.saveToContact, value: String(value) })
}

/** Counts one more try; true when there was none left. */
const usedUp = (turn: Turn, node: InputNode | MenuNode): boolean => {
  turn.state.attempts += 1
  return turn.state.attempts > node.retries
}

/** Takes the branch for answers that nobody understands, or hands over. */
const giveUp = (turn: Turn, node: InputNode | MenuNode): void => {
  if (node.onInvalid !== null) return walk(turn, node.onInvalid)
  handOver(turn, turn.notes.notUnderstood(nameOf(turn, node)))
}

/** Asks once more: what is offered again, else with the author's words, else with the hint that the answer itself gives. */
const askAgain = (turn: Turn, node: InputNode | MenuNode, message: CustomerMessage, hint?: string): void => {
  if (usedUp(turn, node)) return giveUp(turn, node)
  const { offer } = turn.state
  if (node.type === 'menu') showMenu(turn, node, node.invalidText ?? turn.phrases.invalidOption)
  else if (offer && offer.choices.length > 0) showOffer(turn, offer, hint)
  else showInvalid(turn, node, message, hint)
  wait(turn, 'reply', node.timeout?.seconds ?? null)
}

const showInvalid = (turn: Turn, node: InputNode, message: CustomerMessage, hint: string | undefined): void => {
  const { invalid, onlyText } = turn.phrases
  if (node.invalidText !== undefined) say(turn, node.invalidText)
  else sayPlainly(turn, hint ?? (message.text === '' ? onlyText : invalid[node.expect]))
}

/** What a question is called in front of a person. */
const nameOf = (turn: Turn, node: InputNode | MenuNode): string => node.label ?? node.saveAs ?? turn.state.node ?? ''
