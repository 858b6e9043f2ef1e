/**
 * Filling in a message template of a provider: what it asks for, what is sent for it, and what the customer will read. Zod-free, so that the picker
 * shows what will be said without asking the server.
 */
export type TemplateButton = { type: string; text: string; url: string | null }
export type TemplateParts = {
  header: { format: string; text: string | null } | null
  body: string
  footer: string | null
  buttons: readonly TemplateButton[]
  /** What it has besides these four: a carousel, an offer that ends. */
  others?: readonly string[]
}

/** `name` as it stands between the braces: a number by its place, or a name; empty for a coupon. */
export type TemplateVariable = { key: string; place: 'header' | 'body' | 'button' | 'coupon'; name: string; button: number }

const tag = /\{\{\s*([a-zA-Z0-9_]{1,60})\s*\}\}/g
const namesIn = (text: string): string[] => [...new Set([...text.matchAll(tag)].map((found) => found[1]!))]
const keyOf = (place: string, name: string, button = 0): string => (place === 'button' ? `button.${button}.${name}` : `${place}.${name}`)
const couponKey = (button: number): string => `coupon.${button}`

/** The longest coupon that providers take. */
export const longestCoupon = 15

/** Why a person cannot fill in a template here, whatever its provider thinks of it. */
export const templateObstacles = ['carousel', 'offer_that_ends', 'catalog', 'one_time_code', 'header', 'button', 'part'] as const
export type TemplateObstacle = (typeof templateObstacles)[number]

const fileHeaders = ['image', 'video', 'document'] as const
export type TemplateFileHeader = (typeof fileHeaders)[number]
const knownHeaders = new Set<string>(['text', 'location', ...fileHeaders])
/** Buttons that need nothing from the sender, the end of their address, a coupon, or a form that begins where it begins. */
const knownButtons = new Set(['quick_reply', 'url', 'phone_number', 'voice_call', 'request_contact_info', 'copy_code', 'flow'])
const obstacleOf = new Map<string, TemplateObstacle>([
  ['carousel', 'carousel'],
  ['limited_time_offer', 'offer_that_ends'],
  ['catalog', 'catalog'],
  ['mpm', 'catalog'],
  ['spm', 'catalog'],
  ['product', 'catalog'],
  ['otp', 'one_time_code'],
])

/** Null for what can be sent with texts, a file, a place and a coupon. */
export const templateObstacle = ({ header, buttons, others = [] }: TemplateParts): TemplateObstacle | null => {
  const [other] = others
  if (other !== undefined) return obstacleOf.get(other) ?? 'part'
  if (header && !knownHeaders.has(header.format)) return obstacleOf.get(header.format) ?? 'header'
  const button = buttons.find(({ type }) => !knownButtons.has(type))
  return button ? (obstacleOf.get(button.type) ?? 'button') : null
}

/** The kind of file that stands above the text; null where there is none. */
export const templateFile = ({ header }: Pick<TemplateParts, 'header'>): TemplateFileHeader | null =>
  fileHeaders.find((format) => format === header?.format) ?? null

export const templateVariables = ({ header, body, buttons }: TemplateParts): TemplateVariable[] => [
  ...namesIn(header?.text ?? '').map((name): TemplateVariable => ({ key: keyOf('header', name), place: 'header', name, button: 0 })),
  ...namesIn(body).map((name): TemplateVariable => ({ key: keyOf('body', name), place: 'body', name, button: 0 })),
  ...buttons.flatMap(({ type, url }, button): TemplateVariable[] =>
    type === 'copy_code'
      ? [{ key: couponKey(button), place: 'coupon', name: '', button }]
      : namesIn(url ?? '').map((name) => ({ key: keyOf('button', name, button), place: 'button', name, button })),
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

const buttonParameters = ({ type, url }: TemplateButton, index: number, values: TemplateValues, formToken: string | undefined) => {
  if (type === 'copy_code') return { sub_type: 'copy_code', parameters: [{ type: 'coupon_code', coupon_code: templateValue(values[couponKey(index)] ?? '') }] }
  if (type === 'flow') return { sub_type: 'flow', parameters: [{ type: 'action', action: formToken === undefined ? {} : { flow_token: formToken } }] }
  return { sub_type: 'url', parameters: parameters(url ?? '', 'button', values, index).map(({ type: kind, text }) => ({ type: kind, text })) }
}

/** The parts of a send that carry values, but for a file or place above the text. `formToken` comes back with what is filled into a form. */
export const templateComponents = ({ header, body, buttons }: TemplateParts, values: TemplateValues, formToken?: string): Record<string, unknown>[] => {
  const [inHeader, inBody] = [parameters(header?.text ?? '', 'header', values), parameters(body, 'body', values)]
  return [
    ...(inHeader.length > 0 ? [{ type: 'header', parameters: inHeader }] : []),
    ...(inBody.length > 0 ? [{ type: 'body', parameters: inBody }] : []),
    ...buttons.flatMap((button, index) => {
      const { sub_type, parameters: inButton } = buttonParameters(button, index, values, formToken)
      return inButton.length > 0 ? [{ type: 'button', sub_type, index: String(index), parameters: inButton }] : []
    }),
  ]
}

type Parameter = { text?: unknown; coupon_code?: unknown; parameter_name?: unknown }
const parametersOf = (component: Record<string, unknown> | undefined): Parameter[] =>
  Array.isArray(component?.['parameters']) ? (component['parameters'] as Parameter[]) : []

const inOrder = (text: string, place: string, found: readonly Parameter[], button = 0): [string, unknown][] =>
  namesIn(text)
    .toSorted(byPlace)
    .map((name, at) => [keyOf(place, name, button), (found.find((one) => isNamed(name) && one.parameter_name === name) ?? found[at])?.text])

/** The values that `templateComponents` made these of: for changing them once more. */
export const templateValuesIn = ({ header, body, buttons }: TemplateParts, components: readonly Record<string, unknown>[]): TemplateValues => {
  const of = (type: string) => parametersOf(components.find((one) => one['type'] === type))
  const ofButton = (index: number) => parametersOf(components.find((one) => one['type'] === 'button' && Number(one['index']) === index))
  const found = [
    ...inOrder(header?.text ?? '', 'header', of('header')),
    ...inOrder(body, 'body', of('body')),
    ...buttons.flatMap(({ type, url }, index): [string, unknown][] =>
      type === 'copy_code' ? [[couponKey(index), ofButton(index)[0]?.coupon_code]] : inOrder(url ?? '', 'button', ofButton(index), index),
    ),
  ]
  return Object.fromEntries(found.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : [])))
}

/** Whether a template is for promotions, by its category. One that is not known is taken to be: people wait for the others. */
export const advertises = (category: string | null): boolean => category !== 'utility' && category !== 'authentication'
