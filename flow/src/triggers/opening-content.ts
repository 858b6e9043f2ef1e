import type { OutboundContent } from '@chasqui/contracts/content'
import { substitute } from '../engine/substitute.ts'
import type { Value, Variables } from '../engine/run-state.ts'
import type { Opening } from '../schema/opening.ts'

/** Providers take no line breaks, tabs or long blanks in a template's values. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The template that reaches somebody to whom free words may not be written, its places filled in. What a place lacks is shown as a dash: none may be empty. */
export const openingContent = ({ name, language, values }: Opening, known: Variables): OutboundContent => {
  const valueOf = (variable: string): Value => (Object.hasOwn(known, variable) ? known[variable]! : '')
  const filled = values.map((value) => oneLine(substitute(value, (variable) => String(valueOf(variable)))) || '–')
  const components = filled.length === 0 ? [] : [{ type: 'body', parameters: filled.map((text) => ({ type: 'text', text })) }]
  return { type: 'template', name, language, components }
}
