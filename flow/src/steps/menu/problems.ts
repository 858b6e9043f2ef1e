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
  ...missingTimeout(node, known),
]

const optionProblems = ({ options }: MenuNode): Found[] => {
  const labels = options.map(({ label }) => fold(label) || label.trim())
  const each = (test: (option: MenuNode['options'][number]) => boolean, part: string, make: (option: MenuNode['options'][number], field: string) => Found) =>
    options.flatMap((option, at) => (test(option) ? [make(option, `options.${at}.${part}`)] : []))
  return [
    ...repeated(options.map(({ id }) => id)).map((id) =>
      error('option_id_repeated', `Two options have the id “${id}”.`, {
        field: `options.${options.findLastIndex((option) => option.id === id)}.id`,
        values: { id },
      }),
    ),
    ...repeated(labels).map((label) =>
      error('option_label_repeated', `Two options read “${label}”.`, { field: `options.${labels.lastIndexOf(label)}.label`, values: { label } }),
    ),
    ...each(
      ({ label }) => label.trim() === '',
      'label',
      ({ id }, field) => error('text_missing', `The option “${id}” has no label.`, { field }),
    ),
    ...each(
      ({ id }) => id.trim() !== id,
      'id',
      ({ label }, field) => error('option_id_blank', `The id of option “${label}” begins or ends with a blank.`, { field, values: { label } }),
    ),
    ...each(
      ({ next }) => next === null,
      'next',
      ({ label }, field) => error('option_leads_nowhere', `After option “${label}” the flow ends without a word.`, { field, values: { label } }),
    ),
  ]
}

/** Only a forced style can be over a limit: `auto` takes the style that fits. */
const limitProblems = (node: MenuNode, { abilities }: Known): Found[] => {
  const { style, options } = node
  if (style !== 'buttons' && style !== 'list') return []
  const rule = (abilities ?? tightest)[style]
  if (!rule) return [warning('style_not_offered', `This channel has no ${style}; the options will be shown another way.`, { field: 'style' })]
  const most = 'rows' in rule ? rule.rows : rule.max
  const tooMany =
    options.length > most ? [error('options_over_limit', `At most ${most} options can be shown as ${style}.`, { field: 'options', values: { most } })] : []
  const checked = [
    ...options.map(({ label }, at) => ({ text: label, most: rule.title, field: `options.${at}.label` })),
    ...('rows' in rule
      ? [
          ...options.map(({ description = '' }, at) => ({ text: description, most: rule.description, field: `options.${at}.description` })),
          { text: node.button ?? '', most: rule.button, field: 'button' },
        ]
      : []),
    { text: node.text, most: rule.body, field: 'text' },
  ]
  const tooLong = checked.filter(({ text, most }) => namesIn(text).length === 0 && !fits(text, most))
  return [
    ...tooMany,
    ...tooLong.map(({ text, most, field }) =>
      error('over_limit', `“${text.slice(0, 60)}” is longer than the ${most} characters that fit there.`, { field, values: { most } }),
    ),
  ]
}
