import { askingOutputs } from '../../engine/output.ts'
import { giveUp, nameOf, invalidWords, timedOut, usedUp, waitForAnswer, wordsForTry } from '../../engine/asking.ts'
import type { StepBehaviour } from '../../engine/behaviour.ts'
import { obey } from '../../engine/commands.ts'
import type { CustomerMessage } from '../../engine/heard.ts'
import type { MenuOption } from '../../engine/menu-content.ts'
import type { MenuNode } from '../../engine/nodes.ts'
import { spokenIn } from '../../engine/phrases.ts'
import type { Turn } from '../../engine/turn.ts'
import { noteAnswer, setVariable } from '../../engine/turn.ts'
import type { Way } from '../../engine/way.ts'
import { go } from '../../engine/way.ts'
import { languageOf } from '../../understanding/language.ts'
import { meantOption, namedOption } from '../../understanding/choose-option.ts'
import type { PerhapsMeant } from '../../understanding/perhaps-options.ts'
import { perhapsMeant } from '../../understanding/perhaps-options.ts'
import { problemsOfMenu } from './problems.ts'
import { menuFor, showMenu, styleShown } from './show.ts'

export const menu: StepBehaviour<MenuNode> = {
  enter: (turn, node) => {
    showMenu(turn, node, node.text)
    return waitForAnswer(turn, node)
  },
  answer: (turn, node, message) => hearChoice(turn, node, message),
  due: timedOut,
  outputs: (node) => [
    ...node.options.map((option, at) => ({
      id: `option.${option.id}`,
      label: option.label,
      next: option.next,
      path: ['options', at, 'next'],
      after: 'answer' as const,
    })),
    ...askingOutputs(node),
  ],
  sets: ({ saveAs }) => (saveAs === undefined ? [] : [saveAs, `${saveAs}.id`]),
  texts: (node) => [
    node.header ?? '',
    node.text,
    ...node.options.flatMap((option) => [option.section ?? '', option.label, option.description ?? '']),
    node.footer ?? '',
    node.button ?? '',
    ...invalidWords(node),
  ],
  problems: problemsOfMenu,
}

/** An option named outright comes before the always-on words, a guess after them. */
const hearChoice = (turn: Turn, node: MenuNode, message: CustomerMessage): Way => {
  const options = menuFor(turn, node, node.text).options.map((option, at) => ({ ...option, next: node.options[at]!.next }))
  const named = namedOption(options, message)
  const command = named ? null : obey(turn, message)
  if (command) return command
  const chosen = named ?? meantOption(options, message, styleShown(turn, node) === 'numbers', languageOf(spokenIn(turn.context)))
  if (!chosen) return showAgain(turn, node, perhapsMeant(options, message, languageOf(spokenIn(turn.context))))
  if (node.saveAs !== undefined) {
    setVariable(turn, node.saveAs, chosen.label)
    setVariable(turn, `${node.saveAs}.id`, chosen.id)
  }
  noteAnswer(turn, nameOf(turn, node), chosen.label)
  return go(chosen.next, `option.${chosen.id}`)
}

/** Shows the menu once more, and asks by name about the rows that may have been meant. */
const showAgain = (turn: Turn, node: MenuNode, perhaps: PerhapsMeant<MenuOption>[]): Way => {
  if (usedUp(turn, node)) return giveUp(turn, node)
  const rows = perhaps.map(({ option, place }) => turn.phrases.row(option.label, place))
  const asked = rows.length === 0 ? null : rows.length === 1 ? turn.phrases.perhapsRow(rows[0]!) : turn.phrases.whichRow(rows)
  const own = wordsForTry(turn, node)
  showMenu(turn, node, asked === null ? (own ?? turn.phrases.invalidOption) : [own, asked].filter(Boolean).join('\n'))
  return waitForAnswer(turn, node)
}
