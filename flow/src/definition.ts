import { z } from 'zod'
import { next, NodeId } from './schema/parts.ts'
import { stepSchemas } from './steps/schemas.ts'

export { builtInVariables } from './built-in-variables.ts'
export { Comparison } from './schema/comparison.ts'
export { NodeId, VariableName } from './schema/parts.ts'
export { DocumentKind } from './steps/input/schema.ts'

/**
 * A flow as people and programs write it: steps by id, each naming where it goes next. Stored as validated JSON; published versions never change.
 * `{{name}}` in texts is replaced by a variable; conditions are data. There is no expression language.
 * A `next` of null ends the run. `onInvalid` and `onError` of null hand over to a person: nobody is left with a bot that does not understand.
 */
export const FlowNode = z.discriminatedUnion('type', stepSchemas)
export type FlowNode = z.infer<typeof FlowNode>
export type FlowNodeType = FlowNode['type']

/** When the flow starts by itself. The first that matches wins; `any` is the catch-all. A keyword is the whole message or whole words in it. */
export const FlowTrigger = z.discriminatedUnion('type', [
  z.object({ type: z.literal('any') }),
  z.object({ type: z.literal('first_message') }),
  z.object({ type: z.literal('keyword'), words: z.array(z.string().min(1).max(60)).min(1).max(50) }),
])
export type FlowTrigger = z.infer<typeof FlowTrigger>

/** Steps in one flow: more than anybody oversees, and few enough to check on every save. */
const mostNodes = 500

export const FlowDefinition = z
  .object({
    schema: z.literal(1),
    start: NodeId,
    triggers: z
      .array(FlowTrigger)
      .max(20)
      .default([{ type: 'any' }]),
    /**
     * Words that work at every step, as the whole message; `human` phrases of two words or more also inside a longer message. A step's own options and skip words come first.
     * `humanNode` null hands over at once; `stopNode` null says good-bye and closes.
     */
    always: z
      .object({
        human: z.array(z.string().max(60)).max(60).default([]),
        restart: z.array(z.string().max(60)).max(60).default([]),
        stop: z.array(z.string().max(60)).max(30).default([]),
        humanNode: next.default(null),
        stopNode: next.default(null),
      })
      .prefault({}),
    /** When something breaks (loop without a wait, unusable step): where to go, else hand over to a person. */
    onError: next.default(null),
    nodes: z.record(NodeId, FlowNode).refine((nodes) => Object.keys(nodes).length <= mostNodes, `At most ${mostNodes} steps.`),
  })
  .meta({ id: 'FlowDefinition' })
export type FlowDefinition = z.infer<typeof FlowDefinition>
/** A stored definition, which may be older than what steps can have today: what they got since then has its default. */
export const readDefinition = (stored: unknown): FlowDefinition => FlowDefinition.parse(stored)
/** A definition as an author writes it, with what has a default left out. */
export type FlowDraft = z.input<typeof FlowDefinition>
