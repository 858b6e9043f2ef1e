/**
 * Filling in a message template of a provider: which variables it has, what is sent for their values, and what the customer will read. Zod-free, so that
 * the picker shows what will be said without asking the server.
 */
export type TemplateButton = { type: string; text: string; url: string | null }
export type TemplateParts = { header: { format: string; text: string | null } | null; body: string; footer: string | null; buttons: readonly TemplateButton[] }

/** `name` as it stands between the braces: a number by its place, or a name. */
export type TemplateVariable = { key: string; place: 'header' | 'body' | 'button'; name: string; button: number }

const tag = /\{\{\s*([a-zA-Z0-9_]{1,60})\s*\}\}/g
const namesIn = (text: string): string[] => [...new Set([...text.matchAll(tag)].map((found) => found[1]!))]
const keyOf = (place: string, name: string, button = 0): string => (place === 'button' ? `button.${button}.${name}` : `${place}.${name}`)

/** Buttons that need nothing from the sender, or the end of their address. */
const knownButtons = new Set(['quick_reply', 'url', 'phone_number', 'voice_call'])

/** Whether it can be sent with texts alone: files, coupons, forms and catalogues need more than that. */
export const isFillable = ({ header, buttons }: TemplateParts): boolean =>
  (header === null || header.format === 'text') && buttons.every(({ type }) => knownButtons.has(type))

export const templateVariables = ({ header, body, buttons }: TemplateParts): TemplateVariable[] => [
  ...namesIn(header?.text ?? '').map((name): TemplateVariable => ({ key: keyOf('header', name), place: 'header', name, button: 0 })),
  ...namesIn(body).map((name): TemplateVariable => ({ key: keyOf('body', name), place: 'body', name, button: 0 })),
  ...buttons.flatMap(({ url }, button) =>
    namesIn(url ?? '').map((name): TemplateVariable => ({ key: keyOf('button', name, button), place: 'button', name, button })),
  ),
]

/** As providers take it: on one line, without long gaps. */
export const templateValue = (value: string): string =>
  value
    .replace(/\s*[\n\r\t]+\s*/g, ' ')
    .replace(/ {4,}/g, '   ')
    .trim()

export type TemplateValues = Readonly<Record<string, string>>
export type TemplatePiece = { kind: 'text' | 'value' | 'missing'; text: string }

/** One of the texts with its values: `place` says whose variables it has. */
export const templatePieces = (text: string, place: 'header' | 'body', values: TemplateValues): TemplatePiece[] => {
  const pieces: TemplatePiece[] = []
  let from = 0
  for (const found of text.matchAll(tag)) {
    if (found.index > from) pieces.push({ kind: 'text', text: text.slice(from, found.index) })
    const value = templateValue(values[keyOf(place, found[1]!)] ?? '')
    pieces.push(value === '' ? { kind: 'missing', text: found[0] } : { kind: 'value', text: value })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** What the customer will read, with what is still missing told apart. */
export const templatePreview = ({ header, body, footer }: TemplateParts, values: TemplateValues): TemplatePiece[] => [
  ...(header?.text ? [...templatePieces(header.text, 'header', values), { kind: 'text' as const, text: '\n' }] : []),
  ...templatePieces(body, 'body', values),
  ...(footer ? [{ kind: 'text' as const, text: `\n${footer}` }] : []),
]

export const missingVariables = (parts: TemplateParts, values: TemplateValues): TemplateVariable[] =>
  templateVariables(parts).filter(({ key }) => templateValue(values[key] ?? '') === '')

const isNamed = (name: string): boolean => !/^\d+$/.test(name)
const byPlace = (one: string, other: string): number => (isNamed(one) || isNamed(other) ? 0 : Number(one) - Number(other))

const parameters = (text: string, place: string, values: TemplateValues, button = 0) =>
  namesIn(text)
    .toSorted(byPlace)
    .map((name) => ({ type: 'text', ...(isNamed(name) && { parameter_name: name }), text: templateValue(values[keyOf(place, name, button)] ?? '') }))

/** The parts of a send that carry values. */
export const templateComponents = ({ header, body, buttons }: TemplateParts, values: TemplateValues): Record<string, unknown>[] => {
  const [inHeader, inBody] = [parameters(header?.text ?? '', 'header', values), parameters(body, 'body', values)]
  return [
    ...(inHeader.length > 0 ? [{ type: 'header', parameters: inHeader }] : []),
    ...(inBody.length > 0 ? [{ type: 'body', parameters: inBody }] : []),
    ...buttons.flatMap(({ url }, index) => {
      const inUrl = parameters(url ?? '', 'button', values, index).map(({ type, text }) => ({ type, text }))
      return inUrl.length > 0 ? [{ type: 'button', sub_type: 'url', index: String(index), parameters: inUrl }] : []
    }),
  ]
}
