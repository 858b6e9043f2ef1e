import { menuFor, showMenu, styleShown, wait } from './ask.ts'
import { checkAnswer } from './check-answer.ts'
import { meantOption, namedOption } from './choose-option.ts'
import { obey } from './commands.ts'
import { handOver } from './endings.ts'
import { sameWords } from './fold.ts'
import type { CustomerMessage } from './heard.ts'
import { isTyped } from './heard.ts'
import type { InputNode, MenuNode } from './nodes.ts'
import type { Value } from './run-state.ts'
import type { Turn } from './turn.ts'
import { noteAnswer, say, setVariable } from './turn.ts'
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

/** The step's own skip words come before the always-on words, everything else after them. */
export const answerInput = (turn: Turn, node: InputNode, message: CustomerMessage): void => {
  if (isTyped(message) && node.skipWords.some((word) => sameWords(word, message.text))) {
    setVariable(turn, node.saveAs, null)
    return walk(turn, node.next)
  }
  if (obey(turn, message)) return
  const value = checkAnswer(node, message, turn.context)
  if (value === null) return askAgain(turn, node, message)
  keep(turn, node, value)
  walk(turn, node.next)
}

const keep = (turn: Turn, node: InputNode, value: Value): void => {
  setVariable(turn, node.saveAs, value)
  noteAnswer(turn, nameOf(turn, node), String(value))
  if (node.saveToContact === undefined) return
  turn.learnt[node.saveToContact] = String(value)
  turn.effects.push({ type: 'set_contact', field: node.saveToContact, value: String(value) })
}

/** Asks once more, with the author's words for it; when the tries are used up, takes the branch for that or hands over. */
const askAgain = (turn: Turn, node: InputNode | MenuNode, message: CustomerMessage): void => {
  turn.state.attempts += 1
  if (turn.state.attempts > node.retries) {
    if (node.onInvalid !== null) return walk(turn, node.onInvalid)
    handOver(turn, turn.phrases.notUnderstood(nameOf(turn, node)))
    return
  }
  if (node.type === 'menu') showMenu(turn, node, node.invalidText ?? turn.phrases.invalidOption)
  else showInvalid(turn, node, message)
  wait(turn, 'reply', node.timeout?.seconds ?? null)
}

const showInvalid = (turn: Turn, node: InputNode, message: CustomerMessage): void => {
  const { invalid, onlyText } = turn.phrases
  say(turn, node.invalidText ?? (message.text === '' ? onlyText : invalid[node.expect]))
}

/** What a question is called in front of a person. */
const nameOf = (turn: Turn, node: InputNode | MenuNode): string => node.label ?? node.saveAs ?? turn.state.node ?? ''
