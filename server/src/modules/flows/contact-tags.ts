import type { FlowDefinition } from '@chasqui/contracts'
import type { Context, RunState } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import { oncePerDefinition } from './once-per-definition.ts'
import type { FlowsPorts } from './ports.ts'
import { definitionsFrom } from './subflows.ts'

const asksForTags = oncePerDefinition(({ nodes }) => JSON.stringify(nodes).includes('contact.tags'))

/** The tags of a contact, for a turn that may ask for them. Undefined for the many that do not, which cost nothing. */
export const contactTagsFor = async (
  tx: Tx,
  ports: FlowsPorts,
  contactId: string,
  own: FlowDefinition,
  state: RunState,
  subflows: Context['subflows'],
): Promise<string[] | undefined> => (definitionsFrom(own, state, subflows).some(asksForTags) ? ports.tagsOf(tx, contactId) : undefined)
