import { checkInteractive } from './check-interactive.ts'
import { checkTemplate, type KnownTemplate } from './check-template.ts'
import { GraphProblem } from './graph-problem.ts'
import { checkMedia, type MediaStore } from './media-store.ts'
import { anArray, anObject, aText, need, onlyKeys, optionalText, type Shape } from './shape-checks.ts'

export type CheckContext = { media: MediaStore; templates: KnownTemplate[] | null }

const TOP = ['messaging_product', 'recipient_type', 'to', 'recipient', 'type', 'context', 'biz_opaque_callback_data', 'message_activity_sharing']

/** Refuses a send that Meta would refuse, with the same code as far as the reference tells (section 4). Answers the addressee. */
export const checkMessage = (body: Shape, context: CheckContext): { to: string; field: 'to' | 'recipient' } => {
  need(body['messaging_product'] === 'whatsapp', 'The parameter messaging_product is required.', 100)
  const type = body['type'] === undefined ? 'text' : aText(body['type'], 'type', 1, 50)
  const check = checks.get(type)
  if (!check) throw new GraphProblem(100, `Param type must be one of {${[...checks.keys()].join(', ')}} - got "${type}".`)
  onlyKeys(body, 'message', [...TOP, type])
  optionalText(body['biz_opaque_callback_data'], 'biz_opaque_callback_data', 512)
  if (body['context'] !== undefined) aText(anObject(body['context'], 'context')['message_id'], 'context.message_id', 1, 1000)
  check(body[type], context)
  return addressee(body)
}

/** When both are given, `to` wins; `recipient_type: business_scoped_user_id` is answered with error 100 (reference 3.5). */
const addressee = (body: Shape): { to: string; field: 'to' | 'recipient' } => {
  need(
    body['recipient_type'] === undefined || body['recipient_type'] === 'individual' || body['recipient_type'] === 'group',
    'Param recipient_type must be one of {individual, group}.',
    100,
  )
  if (body['to'] !== undefined) return { to: aText(body['to'], 'to', 1, 200).replace(/^\+/, ''), field: 'to' }
  const recipient = aText(body['recipient'], 'to', 1, 200)
  need(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient), 'Param recipient is not a business-scoped user id.', 100)
  return { to: recipient, field: 'recipient' }
}

type Check = (value: unknown, context: CheckContext) => void

const checkText: Check = (value) => {
  const text = anObject(value, 'text')
  onlyKeys(text, 'text', ['body', 'preview_url'])
  aText(text['body'], 'text.body', 1, 4096)
  need(text['preview_url'] === undefined || typeof text['preview_url'] === 'boolean', 'Param text.preview_url must be a boolean.', 100)
}

const media =
  (kind: 'image' | 'video' | 'audio' | 'document' | 'sticker', keys: string[]): Check =>
  (value, context) => {
    const object = anObject(value, kind)
    onlyKeys(object, kind, ['id', 'link', ...keys])
    optionalText(object['caption'], `${kind}.caption`, 1024)
    optionalText(object['filename'], `${kind}.filename`, 240)
    checkMedia(object, kind, context.media)
  }

const degrees = (value: unknown, path: string, limit: number) =>
  need(typeof value === 'number' && Math.abs(value) <= limit, `Param ${path} must be a number within ${limit} degrees.`, 100)

const checkLocation: Check = (value) => {
  const location = anObject(value, 'location')
  onlyKeys(location, 'location', ['latitude', 'longitude', 'name', 'address'])
  degrees(location['latitude'], 'location.latitude', 90)
  degrees(location['longitude'], 'location.longitude', 180)
  optionalText(location['name'], 'location.name', 1000)
  optionalText(location['address'], 'location.address', 1000)
}

const NAME_PARTS = ['first_name', 'last_name', 'middle_name', 'suffix', 'prefix']

const checkContacts: Check = (value) => {
  for (const item of anArray(value, 'contacts', 1, 257)) {
    const card = anObject(item, 'contacts[]')
    onlyKeys(card, 'contacts[]', ['name', 'phones', 'emails', 'urls', 'addresses', 'org', 'birthday'])
    const name = anObject(card['name'], 'contacts[].name')
    aText(name['formatted_name'], 'contacts[].name.formatted_name', 1, 1000)
    need(
      NAME_PARTS.some((part) => typeof name[part] === 'string' && name[part] !== ''),
      'contacts[].name needs one more part besides formatted_name.',
      131008,
    )
    for (const phone of anArray(card['phones'] ?? [], 'contacts[].phones', 0, 50))
      onlyKeys(anObject(phone, 'contacts[].phones[]'), 'contacts[].phones[]', ['phone', 'type', 'wa_id'])
  }
}

const checkReaction: Check = (value) => {
  const reaction = anObject(value, 'reaction')
  onlyKeys(reaction, 'reaction', ['message_id', 'emoji'])
  aText(reaction['message_id'], 'reaction.message_id', 1, 1000)
  aText(reaction['emoji'], 'reaction.emoji', 0, 20)
}

const checks = new Map<string, Check>([
  ['text', checkText],
  ['image', media('image', ['caption'])],
  ['video', media('video', ['caption'])],
  ['audio', media('audio', ['voice'])],
  ['document', media('document', ['caption', 'filename'])],
  ['sticker', media('sticker', [])],
  ['location', checkLocation],
  ['contacts', checkContacts],
  ['reaction', checkReaction],
  ['interactive', (value, context) => checkInteractive(anObject(value, 'interactive'), context.media)],
  ['template', (value, context) => checkTemplate(anObject(value, 'template'), context.templates, context.media)],
])
