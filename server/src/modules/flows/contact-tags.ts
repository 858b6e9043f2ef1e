import type { FlowDefinition } from '@chasqui/contracts'
import type { Context, RunState } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from './ports.ts'
import { definitionsFrom } from './subflows.ts'

/** Definitions never change, so that whether they name the variable is looked up once. */
const asking = new WeakMap<FlowDefinition, boolean>()
const asksForTags = (definition: FlowDefinition): boolean => {
  const known = asking.get(definition) ?? JSON.stringify(definition.nodes).includes('contact.tags')
  asking.set(definition, known)
  return known
}

/** The tags of a contact, for a turn that may ask for them. Undefined for the many that do not, which cost nothing. */
export const contactTagsFor = async (
  tx: Tx,
  ports: FlowsPorts,
  contactId: string,
  own: FlowDefinition,
  state: RunState,
  subflows: Context['subflows'],
): Promise<string[] | undefined> => (definitionsFrom(own, state, subflows).some(asksForTags) ? ports.tagsOf(tx, contactId) : undefined)
