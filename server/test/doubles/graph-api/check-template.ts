import { checkMedia, type MediaStore } from './media-store.ts'
import { anArray, anObject, aText, need, onlyKeys, oneOf, type Shape } from './shape-checks.ts'

/** A template that the account has; `parameters` is how many its body takes. */
export type KnownTemplate = { name: string; language: string; parameters: number }

/** Shape and parameters of a template send (reference 4.2); existence only when the stand-in was told which templates there are. */
export const checkTemplate = (template: Shape, known: KnownTemplate[] | null, media: MediaStore): void => {
  onlyKeys(template, 'template', ['name', 'language', 'components', 'namespace'])
  const name = aText(template['name'], 'template.name', 1, 512)
  const language = aText(anObject(template['language'], 'template.language')['code'], 'template.language.code', 2, 20)
  const components = anArray(template['components'] ?? [], 'template.components', 0, 20).map((item) => anObject(item, 'components[]'))
  for (const component of components) checkComponent(component, media)
  if (known)
    checkKnown(
      known.find((one) => one.name === name && one.language === language),
      components,
    )
}

const checkKnown = (template: KnownTemplate | undefined, components: Shape[]): void => {
  need(template !== undefined, 'Template name does not exist in the translation', 132001)
  const given = components.filter((component) => component['type'] === 'body').flatMap((component) => component['parameters'] as unknown[]).length
  need(given === template?.parameters, `Number of parameters does not match: ${given} given, ${template?.parameters} expected`, 132000)
}

const checkComponent = (component: Shape, media: MediaStore): void => {
  const type = oneOf(String(component['type']).toLowerCase(), 'components[].type', [
    'header',
    'body',
    'button',
    'carousel',
    'limited_time_offer',
    'order_status',
  ])
  if (type === 'carousel') return
  onlyKeys(component, 'components[]', type === 'button' ? ['type', 'sub_type', 'index', 'parameters'] : ['type', 'parameters'])
  const parameters = anArray(component['parameters'] ?? [], 'components[].parameters', 0, 50).map((item) => anObject(item, 'parameters[]'))
  const kind = type === 'button' ? checkButton(component) : type
  for (const parameter of parameters) checkParameter(parameter, kind, media)
}

const checkButton = (component: Shape): string => {
  need(/^[0-9]$/.test(String(component['index'])), 'components[].index must be the position of the button.')
  return oneOf(String(component['sub_type']).toLowerCase(), 'components[].sub_type', [
    'quick_reply',
    'url',
    'copy_code',
    'flow',
    'catalog',
    'mpm',
    'voice_call',
    'request_contact_info',
  ])
}

/** Which parameters each place takes (reference 4.2); those that are not here may come with any. */
const places = new Map<string, string[]>([
  ['header', ['text', 'image', 'video', 'document', 'location', 'product']],
  ['body', ['text', 'currency', 'date_time']],
  ['quick_reply', ['payload', 'text']],
  ['url', ['text']],
  ['copy_code', ['coupon_code']],
  ['flow', ['action']],
])

const checkParameter = (parameter: Shape, place: string, media: MediaStore): void => {
  const type = aText(parameter['type'], 'parameters[].type', 1, 50)
  const taken = places.get(place)
  need(taken === undefined || taken.includes(type), `Parameters of ${place} cannot be of type ${type}.`, 132012)
  if (type === 'image' || type === 'video' || type === 'document') {
    onlyKeys(parameter, 'parameters[]', ['type', type])
    const object = anObject(parameter[type], type)
    onlyKeys(object, type, type === 'document' ? ['id', 'link', 'filename'] : ['id', 'link'])
    return checkMedia(object, type, media)
  }
  if (type === 'location') return checkPlace(anObject(parameter['location'], 'location'))
  if (type === 'coupon_code') return void aText(parameter['coupon_code'], 'parameters[].coupon_code', 1, 15)
  if (type === 'action') return onlyKeys(anObject(parameter['action'], 'action'), 'action', ['flow_token', 'flow_action_data'])
  if (type !== 'text') return
  const text = aText(parameter['text'], 'parameters[].text', 1, 1024)
  need(!/[\n\t]| {5}/.test(text), 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces', 132018)
}

const checkPlace = (place: Shape): void => {
  onlyKeys(place, 'location', ['latitude', 'longitude', 'name', 'address'])
  for (const key of ['latitude', 'longitude']) need(typeof place[key] === 'number', `Param location.${key} must be a number.`, 132012)
  for (const key of ['name', 'address']) aText(place[key], `location.${key}`, 1, 1000)
}
