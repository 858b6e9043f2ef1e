import { cutTo, isRaw, listAt, type Raw, textAt, textOf } from '../read.ts'
import type { DraftNode, Steps } from '../steps.ts'
import { placeFor, unwritten } from '../steps.ts'

export const product = 'Chatwoot'

/** What its texts fill in, as flows call it; whatever else they name is still to be written. */
const filledIn: Readonly<Record<string, string>> = {
  'contact.name': 'contact.name',
  'contact.first_name': 'contact.name',
  'contact.email': 'contact.email',
  'contact.phone': 'contact.phone',
  'contact.phone_number': 'contact.phone',
  'account.name': 'business.name',
}

export const inText = (text: string): string =>
  cutTo(text, 10_000).replaceAll(/\{\{([^{}]{1,100})\}\}/g, (_, inner: string) => {
    const name = inner.split('|')[0]!.trim()
    return Object.hasOwn(filledIn, name) ? `{{${filledIn[name]!}}}` : unwritten(name)
  })

type Action = { name: string; values: string[]; raw: Raw }
type Acts = { steps: Steps; rule: string }

/** What is given to an action: texts, ids, or what was chosen of a list. */
const actionOf = (raw: Raw): Action => {
  const params = raw['action_params']
  const values = (Array.isArray(params) ? listAt(raw, 'action_params') : [params]).map((value) =>
    isRaw(value) ? textAt(value, 'name') || textAt(value, 'id') : textOf(value),
  )
  return { name: textAt(raw, 'action_name'), values: values.filter((value) => value.trim() !== ''), raw }
}

const names = (values: string[]): string[] => values.map((value) => cutTo(value.trim(), 60)).slice(0, 10)

const status: Readonly<Record<string, 'close' | 'person'>> = { resolved: 'close', open: 'person' }
const ends = ({ name, values }: Action): 'close' | 'person' | null => {
  if (name === 'resolve_conversation') return 'close'
  if (name === 'change_status') return (Object.hasOwn(status, values[0] ?? '') ? status[values[0]!] : undefined) ?? null
  return /^(?:assign_(?:team|agent|best_agents?)|open_conversation)$/.test(name) && values[0] !== 'nil' ? 'person' : null
}

const stepOf = ({ steps, rule }: Acts, action: Action, next: string | null): string => {
  const { name, values } = action
  const about = { block: name, group: rule }
  const text = inText(values[0] ?? '').trim()
  if (name === 'send_message' && text !== '') return steps.add({ type: 'message', text: cutTo(text, 4096), next })
  if (name === 'add_private_note' && text !== '') return steps.add({ type: 'note', text: cutTo(text, 2000), next })
  if (name === 'add_label' && values.length > 0) return steps.add({ type: 'tag', add: names(values), next })
  if (name === 'remove_label' && values.length > 0) return steps.add({ type: 'tag', remove: names(values), next })
  if (name === 'send_attachment') {
    const id = steps.add({ type: 'media', kind: 'document', next })
    steps.tell('file', id, about)
    return id
  }
  if (name === 'send_webhook_event' && /^https?:\/\/\S{1,1900}$/.test(values[0] ?? '')) {
    const body = '{"contact": {"name": "{{contact.name}}", "phone": "{{contact.phone}}", "email": "{{contact.email}}"}, "message": "{{message.text}}"}'
    const id = steps.add({ type: 'api_call', method: 'POST', url: values[0]!, bodyKind: 'json', body, next })
    steps.tell('call', id, about, values[0])
    return id
  }
  const id = steps.add(placeFor(product, about, values.join(', '), next))
  steps.tell('block', id, about, values.join(', '))
  return id
}

/** The steps of a list of actions. What hands over or closes ends a flow, so it comes last; closing wins. */
export const actionsOf = (acts: Acts, list: Raw[]): string | null => {
  const { steps, rule } = acts
  const actions = list.map(actionOf)
  const last = actions.find((action) => ends(action) === 'close') ?? actions.find((action) => ends(action) === 'person')
  const end = (last: Action): string => {
    const node: DraftNode = ends(last) === 'close' ? { type: 'close' } : { type: 'transfer_to_agent' }
    return steps.add(node)
  }
  const ending = last ? end(last) : null
  for (const action of actions)
    if (ends(action) === 'person' && action.name !== 'open_conversation' && action.name !== 'change_status')
      steps.tell('person', action === last ? ending : null, { block: action.name, group: rule }, action.values.join(', '))
  return actions.filter((action) => ends(action) === null).reduceRight<string | null>((next, action) => stepOf(acts, action, next), ending)
}
