import { alwaysWords } from '../../gallery/welcome/everyday-words.ts'
import { decideBetween } from '../branches.ts'
import type { Imported, ImportedFlow } from '../imported.ts'
import { NotImported } from '../imported.ts'
import { cutTo, isRaw, objectsAt, type Raw, textAt } from '../read.ts'
import { createSteps } from '../steps.ts'
import { actionsOf } from './actions.ts'
import { beginningAndRule } from './conditions.ts'

/** As many rules and macros as are looked through at once. */
const most = 100

const isRule = (of: Raw): boolean => Array.isArray(of['actions']) && typeof of['name'] === 'string'
const isReply = (of: Raw): boolean => typeof of['short_code'] === 'string' && typeof of['content'] === 'string'

/** What the answers of its API hold, alone or several together: a list, one thing, or both under `payload`. */
const thingsIn = (file: unknown): Raw[] => {
  if (Array.isArray(file)) return file.filter(isRaw)
  if (!isRaw(file)) return []
  if (isRule(file) || isReply(file)) return [file]
  const under = ['payload', 'automation_rules', 'macros', 'canned_responses'].flatMap((key) => objectsAt(file, key))
  const one = file['payload']
  return isRaw(one) ? [...under, one] : under
}

/** Whether a file holds rules, macros or canned responses of this product. */
export const isChatwoot = (file: unknown): boolean => thingsIn(file).some((one) => isRule(one) || isReply(one))

/** A rule or a macro as a flow: how it begins, what it asks, and what it does, one step after the other. */
const flowOf = (of: Raw): ImportedFlow | null => {
  const steps = createSteps()
  const name = cutTo(textAt(of, 'name').trim(), 200)
  const first = actionsOf({ steps, rule: name }, objectsAt(of, 'actions').slice(0, 100))
  if (first === null) return null
  const { triggers, rule } = beginningAndRule(steps, of, name, first)
  const start = rule ? decideBetween(steps, [rule], null, '') : first
  return { name, definition: { schema: 1, start: start!, triggers, always: { ...alwaysWords }, nodes: steps.nodes() }, leftovers: steps.leftovers }
}

/** The flows that rules and macros of Chatwoot make. Canned responses are counted: they are quick replies, not flows. */
export const fromChatwoot = (file: unknown): Imported => {
  const things = thingsIn(file)
  const rules = things.filter(isRule)
  if (rules.length > most) throw new NotImported('too_large', `At most ${most} rules and macros are read at once.`)
  const flows = rules.map(flowOf).filter((flow) => flow !== null)
  const replies = things.filter(isReply).length
  if (flows.length === 0 && replies === 0) throw new NotImported('empty', 'None of these rules and macros does anything.')
  return { product: 'chatwoot', flows, replies }
}
