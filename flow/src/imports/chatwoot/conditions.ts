import type { FlowDraft } from '../../definition.ts'
import type { Rule, Test } from '../branches.ts'
import { cutTo, isRaw, listAt, objectsAt, type Raw, textAt, textOf } from '../read.ts'
import type { Steps } from '../steps.ts'

type Triggers = NonNullable<FlowDraft['triggers']>
type Operator = Test['comparison']['operator']

/** What a rule asks about, as flows call it. */
const variables: Readonly<Record<string, string>> = {
  content: 'message.text',
  email: 'contact.email',
  phone_number: 'contact.phone',
  name: 'contact.name',
  city: 'contact.city',
  company: 'contact.company',
  company_name: 'contact.company',
  browser_language: 'contact.language',
  conversation_language: 'contact.language',
}

const operators: Readonly<Record<string, [Operator, 'not'?]>> = {
  equal_to: ['equals'],
  not_equal_to: ['equals', 'not'],
  contains: ['contains'],
  does_not_contain: ['contains', 'not'],
  starts_with: ['starts_with'],
  is_present: ['is_set'],
  is_not_present: ['is_not_set'],
  is_greater_than: ['greater_than'],
  is_less_than: ['less_than'],
}

const keyOf = (condition: Raw): string => textAt(condition, 'attribute_key')
const by = (condition: Raw): string => textAt(condition, 'filter_operator')
/** Values stand by themselves, or as what was chosen of a list; several in one text are separated by commas. */
const valuesOf = (condition: Raw): string[] => {
  const listed = listAt(condition, 'values')
  const written = listed.length > 0 ? listed : [condition['values']]
  return written
    .flatMap((value) => (isRaw(value) ? [textAt(value, 'name') || textAt(value, 'id')] : textOf(value).split(',')))
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .slice(0, 50)
}

const about = (rule: string, condition: Raw) => ({ block: keyOf(condition), group: rule })
const inWords = (condition: Raw): string => `${keyOf(condition)} ${by(condition)} ${valuesOf(condition).join(', ')}`.trim()

/** What is true of whatever a customer writes. */
const isAlways = (condition: Raw): boolean => keyOf(condition) === 'message_type' && by(condition) === 'equal_to' && valuesOf(condition).includes('incoming')

const testOf = (steps: Steps, rule: string, condition: Raw): Test => {
  const variable = Object.hasOwn(variables, keyOf(condition)) ? variables[keyOf(condition)] : undefined
  const [operator, not] = (Object.hasOwn(operators, by(condition)) ? operators[by(condition)] : undefined) ?? []
  const values = valuesOf(condition).map((value) => cutTo(value, 200))
  const isAsked = operator === 'is_set' || operator === 'is_not_set'
  if (variable === undefined || operator === undefined || (values.length === 0 && !isAsked)) {
    steps.tell('compared', null, about(rule, condition), inWords(condition))
    // Without a value, so that the flow is not published before somebody has looked at it.
    return { comparison: { variable: variable ?? 'message.text', operator: 'equals' } }
  }
  if (isAsked) return { comparison: { variable, operator } }
  const several = operator === 'equals' && values.length > 1 ? 'one_of' : operator
  return { comparison: { variable, operator: several, value: values.length > 1 ? values : values[0]! }, ...(not && { not: true }) }
}

/** And binds closer than or. */
const groupsOf = (conditions: Raw[]): Raw[][] => {
  const groups: Raw[][] = [[]]
  for (const condition of conditions) {
    groups.at(-1)!.push(condition)
    if (textAt(condition, 'query_operator').toLowerCase() === 'or') groups.push([])
  }
  return groups.filter((group) => group.length > 0)
}

/** What a rule waits for, as a beginning: the event, and the one condition that a beginning can ask by itself. */
const beginningOf = (event: string, conditions: Raw[]): { triggers: Triggers; left: Raw[] } | null => {
  const without = (condition: Raw) => conditions.filter((other) => other !== condition)
  const asks = (key: string, ...operator: string[]) => conditions.find((condition) => keyOf(condition) === key && operator.includes(by(condition)))
  const isOneGroup = groupsOf(conditions).length <= 1
  const inbox = isOneGroup ? asks('inbox_id', 'equal_to') : undefined
  if (event === 'message_created') {
    const said = isOneGroup ? asks('content', 'contains', 'equal_to') : undefined
    const words = said ? valuesOf(said) : []
    if (said && words.length > 0 && words.every((word) => word.length <= 60))
      return { triggers: [{ type: 'keyword', words, match: by(said) === 'contains' ? 'anywhere' : 'exact' }], left: without(said) }
    return inbox ? { triggers: [{ type: 'channel' }], left: without(inbox) } : { triggers: [{ type: 'any' }], left: conditions }
  }
  if (event === 'conversation_created' || event === 'conversation_opened')
    return inbox ? { triggers: [{ type: 'channel', onlyFirst: true }], left: without(inbox) } : { triggers: [{ type: 'first_message' }], left: conditions }
  const tagged = event === 'conversation_updated' && isOneGroup ? asks('labels', 'equal_to') : undefined
  return tagged && valuesOf(tagged).length > 0
    ? {
        triggers: [
          {
            type: 'tag_added',
            tags: valuesOf(tagged)
              .map((tag) => cutTo(tag, 60))
              .slice(0, 20),
          },
        ],
        left: without(tagged),
      }
    : null
}

/** How a rule begins, and what is asked before it acts; null where it asks nothing more. A macro is begun by people. */
export const beginningAndRule = (steps: Steps, of: Raw, name: string, to: string | null): { triggers: Triggers; rule: Rule | null } => {
  const conditions = objectsAt(of, 'conditions').slice(0, 50)
  const event = textAt(of, 'event_name')
  if (event === '') return { triggers: [], rule: null }
  const asked = groupsOf(conditions).length <= 1 ? conditions.filter((condition) => !isAlways(condition)) : conditions
  const beginning = beginningOf(event, asked)
  if (beginning === null) steps.tell('begins', null, { block: event, group: name }, event)
  const groups = groupsOf(beginning?.left ?? asked).map((group) =>
    group.filter((condition) => !isAlways(condition)).map((condition) => testOf(steps, name, condition)),
  )
  // A group that asks nothing holds always.
  const rule = groups.length === 0 || groups.some((group) => group.length === 0) ? null : { groups, to }
  return { triggers: beginning?.triggers ?? [], rule }
}
