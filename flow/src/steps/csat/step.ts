import { giveUp, invalidWords, nameOf, timedOut, usedUp, waitForAnswer, wordsForTry } from '../../engine/asking.ts'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { obey } from '../../engine/commands.ts'
import type { CustomerMessage } from '../../engine/heard.ts'
import { isTyped } from '../../engine/heard.ts'
import type { MenuOption } from '../../engine/menu-content.ts'
import { menuContents } from '../../engine/menu-content.ts'
import { askingOutputs } from '../../engine/output.ts'
import type { Turn } from '../../engine/turn.ts'
import { fill, noteAnswer, setVariable } from '../../engine/turn.ts'
import type { Way } from '../../engine/way.ts'
import { go } from '../../engine/way.ts'
import { missingText, missingTimeout } from '../../problems/found.ts'
import { meantOption, namedOption } from '../../understanding/choose-option.ts'
import { markOutOfFive, wordsOfMark } from '../../understanding/mark-words.ts'

type Csat = NodeOf<'csat'>

export const csat: StepBehaviour<Csat> = {
  enter: (turn, node) => {
    show(turn, fill(turn, node.text))
    return waitForAnswer(turn, node)
  },
  answer: (turn, node, message) => hearScore(turn, node, message),
  due: timedOut,
  outputs: (node) => [
    { id: 'good', next: node.good, path: ['good'], after: 'answer' },
    { id: 'bad', next: node.bad, path: ['bad'], after: 'answer' },
    ...askingOutputs(node),
  ],
  sets: (node) => [node.saveAs],
  texts: (node) => [node.text, ...invalidWords(node)],
  problems: (node, known) => [...missingText(node), ...missingTimeout(node, known)],
}

/** From the worst to the best, so that the place of a mark is its number. */
const optionsOf = ({ phrases }: Turn): MenuOption[] =>
  phrases.marks.map((label, at) => ({ id: `score.${at + 1}`, label, description: '', words: [String(at + 1), '⭐'.repeat(at + 1), ...wordsOfMark(at + 1)] }))

const show = (turn: Turn, text: string): void => {
  const { contents } = menuContents({ text, style: 'auto', button: '', options: optionsOf(turn) }, turn.context.abilities, turn.phrases)
  for (const content of contents) turn.effects.push({ type: 'say', content })
}

const hearScore = (turn: Turn, node: Csat, message: CustomerMessage): Way => {
  const options = optionsOf(turn)
  const mark = message.choiceId === undefined && isTyped(message) ? markOutOfFive(message.text) : null
  const named = mark === null ? namedOption(options, message) : options[mark - 1]!
  const command = named ? null : obey(turn, message)
  if (command) return command
  const chosen = named ?? meantOption(options, message, true)
  if (!chosen) return askAgain(turn, node)
  const score = options.indexOf(chosen) + 1
  setVariable(turn, node.saveAs, score)
  noteAnswer(turn, nameOf(turn, node), String(score))
  turn.effects.push({ type: 'score', score })
  return score <= node.badUpTo ? go(node.bad, 'bad') : go(node.good, 'good')
}

const askAgain = (turn: Turn, node: Csat): Way => {
  if (usedUp(turn, node)) return giveUp(turn, node)
  show(turn, fill(turn, wordsForTry(turn, node) ?? turn.phrases.invalidOption))
  return waitForAnswer(turn, node)
}
