import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { cut } from '../../engine/cut.ts'
import { nextOutput } from '../../engine/output.ts'
import { namesIn } from '../../engine/substitute.ts'
import type { Turn } from '../../engine/turn.ts'
import { fill, say } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { error, notOffered } from '../../problems/found.ts'

type Template = NodeOf<'template'>

export const template: StepBehaviour<Template> = {
  enter: (turn, node) => {
    if (turn.context.abilities.templates && node.template) {
      const { name, language } = node.template
      const preview = cut(fill(turn, node.preview ?? '').trim(), 4096)
      const components = node.components.map((component) => filled(turn, component) as Template['components'][number])
      turn.effects.push({ type: 'say', content: { type: 'template', name, language, components, ...(preview !== '' && { preview }) } })
      return go(node.next, 'next')
    }
    say(turn, node.text ?? '')
    return node.otherwise === undefined ? go(node.next, 'next') : go(node.otherwise, 'otherwise')
  },
  outputs: (node) => [
    nextOutput(node),
    ...(node.otherwise === undefined ? [] : [{ id: 'otherwise', next: node.otherwise, path: ['otherwise'], after: 'nothing' as const }]),
  ],
  texts: (node) => [node.preview ?? '', node.text ?? ''],
  reads: (node) => textsOf(node.components).flatMap(namesIn),
  problems: (node, { abilities }) => {
    if (!node.template) return [error('template_missing', 'No template is chosen here.', { field: 'template' })]
    const places = node.components.some(hasEmptyPlace) ? [error('template_value', 'A place of the template has no value.', { field: 'components' })] : []
    const isSilent = !node.text && node.otherwise === undefined
    return [...places, ...(abilities && !abilities.templates && isSilent ? [notOffered('text')] : [])]
  },
}

/** The same with the variables of its texts filled in. Providers refuse an empty value: a dash stands for it. */
const filled = (turn: Turn, value: unknown): unknown => {
  if (typeof value === 'string') return value.includes('{{') ? oneLine(fill(turn, value)) || '-' : value
  if (Array.isArray(value)) return value.map((part) => filled(turn, part))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(turn, part)]))
}

/** Providers refuse a value that says nothing. */
const hasEmptyPlace = ({ parameters }: Template['components'][number]): boolean =>
  Array.isArray(parameters) &&
  parameters.some(
    (one: unknown) => typeof one === 'object' && one !== null && ['text', 'coupon_code'].some((key) => (one as Record<string, unknown>)[key] === ''),
  )

/** Providers take no lines and no long gaps in a value. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((part) => textsOf(part)) : []
}
