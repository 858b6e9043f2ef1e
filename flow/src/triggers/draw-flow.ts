import type { FlowDefinition } from '../definition.ts'
import { chance } from '../engine/chance.ts'

/** The flow that a contact meets where `flowId` begins: itself, or one of those that it is tested against. The same person always meets the same. */
export const drawFlow = (test: NonNullable<FlowDefinition['abTest']>, flowId: string, contactId: string): string => {
  let left = chance(contactId, `flow ${flowId}`) * 100
  return test.against.find(({ share }) => (left -= share) < 0)?.flow ?? flowId
}
