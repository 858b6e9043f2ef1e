import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { cut } from '../../engine/cut.ts'
import { nextOutput } from '../../engine/output.ts'
import type { ContactField } from '../../engine/run-state.ts'
import { fillForMachine, keepOfContact } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { error, repeated } from '../../problems/found.ts'
import { readEmail } from '../../understanding/email-address.ts'

export const updateContact: StepBehaviour<NodeOf<'update_contact'>> = {
  enter: (turn, node) => {
    for (const { field, value } of node.set) {
      const kept = fit(field, fillForMachine(turn, value).replace(/\s+/g, ' ').trim())
      if (kept !== null) keepOfContact(turn, field, kept)
    }
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  notes: (node) => node.set.map(({ value }) => value),
  problems: (node) =>
    repeated(node.set.map(({ field }) => field)).map((field) => error('field_repeated', `“${field}” is set twice.`, { field: 'set', values: { field } })),
}

/** As the contact keeps it; null for what it cannot keep. */
const fit = (field: ContactField, value: string): string | null => {
  if (value === '') return null
  if (field === 'language') return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(value) ? value : null
  if (field !== 'email') return cut(value, 200)
  const reading = readEmail(value)
  return reading.outcome === 'understood' ? reading.value : null
}
