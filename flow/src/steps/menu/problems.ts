import type { ChannelAbilities } from '@chasqui/contracts/channel'
import { fits } from '../../engine/cut.ts'
import type { MenuNode } from '../../engine/nodes.ts'
import { namesIn } from '../../engine/substitute.ts'
import type { Found, Known } from '../../problems/found.ts'
import { error, missingText, missingTimeout, repeated, warning } from '../../problems/found.ts'
import { fold } from '../../understanding/fold.ts'

/** The tightest limits among the channels that show choices: three buttons of 20, ten rows of 24. */
const tightest: Pick<ChannelAbilities, 'buttons' | 'list'> = {
  buttons: { max: 3, title: 20, id: 256, body: 1024 },
  list: { rows: 10, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 },
}
export const problemsOfMenu = (node: MenuNode, known: Known): Found[] => [
  ...missingText(node),
  ...optionProblems(node),
  ...limitProblems(node, known),
  ...missingTimeout(node),
]

const optionProblems = (node: MenuNode): Found[] => [
  ...repeated(node.options.map((option) => option.id)).map((id) => error('option_id_repeated', `Two options have the id “${id}”.`)),
  ...repeated(node.options.map((option) => fold(option.label) || option.label.trim())).map((label) =>
    error('option_label_repeated', `Two options read “${label}”.`),
  ),
  ...node.options.filter((option) => option.label.trim() === '').map((option) => error('text_missing', `The option “${option.id}” has no label.`)),
  ...node.options
    .filter((option) => option.id.trim() !== option.id)
    .map((option) => error('option_id_blank', `The id of option “${option.label}” begins or ends with a blank.`)),
  ...node.options
    .filter((option) => option.next === null)
    .map((option) => warning('option_leads_nowhere', `After option “${option.label}” the flow ends without a word.`)),
]

/** Only a forced style can be over a limit: `auto` takes the style that fits. */
const limitProblems = (node: MenuNode, { abilities }: Known): Found[] => {
  if (node.style !== 'buttons' && node.style !== 'list') return []
  const rule = (abilities ?? tightest)[node.style]
  if (!rule) return [warning('style_not_offered', `This channel has no ${node.style}; the options will be shown another way.`)]
  const most = 'rows' in rule ? rule.rows : rule.max
  const tooMany = node.options.length > most ? [error('over_limit', `At most ${most} options can be shown as ${node.style}.`)] : []
  const checked = [
    ...node.options.map((option) => ({ text: option.label, limit: rule.title })),
    ...('rows' in rule
      ? [...node.options.map((option) => ({ text: option.description ?? '', limit: rule.description })), { text: node.button ?? '', limit: rule.button }]
      : []),
    { text: node.text, limit: rule.body },
  ]
  const tooLong = checked.filter(({ text, limit }) => namesIn(text).length === 0 && !fits(text, limit))
  return [...tooMany, ...tooLong.map(({ text, limit }) => error('over_limit', `“${text.slice(0, 60)}” is longer than the ${limit} characters that fit there.`))]
}
