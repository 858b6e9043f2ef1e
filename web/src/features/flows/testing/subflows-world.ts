import type { FlowDefinition } from '@chasqui/contracts'
import type { Context } from '@chasqui/flow'

/** Another flow that the draft goes into: as customers meet it, or its draft where it was never published. */
export type OtherFlow = { name: string; definition: FlowDefinition }

/** In the words of the engine: each is one version, called by its flow. */
export const asSubflows = (flows: ReadonlyMap<string, OtherFlow>): Context['subflows'] => ({
  published: (flow) => {
    const found = flows.get(flow)
    return found ? { version: flow, definition: found.definition } : null
  },
  version: (version) => flows.get(version)?.definition ?? null,
})
