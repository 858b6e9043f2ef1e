import { anArray, anObject, aText, need, onlyKeys, oneOf, type Shape } from './shape-checks.ts'

/** A template that the account has; `parameters` is how many its body takes. */
export type KnownTemplate = { name: string; language: string; parameters: number }

/** Shape and parameters of a template send (reference 4.2); existence only when the stand-in was told which templates there are. */
export const checkTemplate = (template: Shape, known: KnownTemplate[] | null): void => {
  onlyKeys(template, 'template', ['name', 'language', 'components', 'namespace'])
  const name = aText(template['name'], 'template.name', 1, 512)
  const language = aText(anObject(template['language'], 'template.language')['code'], 'template.language.code', 2, 20)
  const components = anArray(template['components'] ?? [], 'template.components', 0, 20).map((item) => anObject(item, 'components[]'))
  for (const component of components) checkComponent(component)
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

const checkComponent = (component: Shape): void => {
  const type = oneOf(String(component['type']).toLowerCase(), 'components[].type', [
    'header',
    'body',
    'button',
    'carousel',
    'limited_time_offer',
    'order_status',
  ])
  if (type === 'carousel') return
  for (const parameter of anArray(component['parameters'] ?? [], 'components[].parameters', 0, 50)) checkParameter(anObject(parameter, 'parameters[]'))
  if (type !== 'button') return
  oneOf(String(component['sub_type']).toLowerCase(), 'components[].sub_type', [
    'quick_reply',
    'url',
    'copy_code',
    'flow',
    'catalog',
    'mpm',
    'voice_call',
    'request_contact_info',
  ])
  need(/^[0-9]$/.test(String(component['index'])), 'components[].index must be the position of the button.')
}

const checkParameter = (parameter: Shape): void => {
  const type = aText(parameter['type'], 'parameters[].type', 1, 50)
  if (type !== 'text') return
  const text = aText(parameter['text'], 'parameters[].text', 1, 1024)
  need(!/[\n\t]| {5}/.test(text), 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces', 132018)
}
