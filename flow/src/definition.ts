import { z } from 'zod'
import { currentSchema, migrateDefinition } from './schema/migrate.ts'
import { AbTest } from './schema/ab-test.ts'
import { Days } from './schema/once.ts'
import { next, NodeId } from './schema/parts.ts'
import { Handlers } from './schema/handlers.ts'
import { stepSchemas } from './steps/schemas.ts'
import { triggerSchemas } from './triggers/schemas.ts'

export { builtInVariables } from './built-in-variables.ts'
export { Comparison } from './schema/comparison.ts'
export { migrateDefinition, UnknownSchema } from './schema/migrate.ts'
export { NodeId, VariableName } from './schema/parts.ts'
export { EventName, GoalMilestone } from './schema/milestone.ts'
export { ApiCallStep } from './steps/api_call/schema.ts'
export { DocumentKind } from './steps/input/schema.ts'

/**
 * A flow as people and programs write it: steps by id, each naming where it goes next. Stored as validated JSON; published versions never change.
 * `{{name}}` in texts is replaced by a variable; conditions are data. Formulas reckon with a closed list of functions (`formula/`); nothing is evaluated as code.
 * A `next` of null ends the run. `onInvalid` and `onError` of null hand over to a person: nobody is left with a bot that does not understand.
 */
export const FlowNode = z.discriminatedUnion('type', stepSchemas)
export type FlowNode = z.infer<typeof FlowNode>
export type FlowNodeType = FlowNode['type']

/** When the flow starts by itself. Among all published flows the more specific trigger wins, then `priority`, then the older flow; `any` is the catch-all. */
export const FlowTrigger = z.discriminatedUnion('type', triggerSchemas)
export type FlowTrigger = z.infer<typeof FlowTrigger>

/** Steps in one flow: more than anybody oversees, and few enough to check on every save. */
const mostNodes = 500

export const FlowDefinition = z
  .object({
    schema: z.literal(currentSchema),
    start: NodeId,
    triggers: z
      .array(FlowTrigger)
      .max(20)
      .default([{ type: 'any' }]),
    /** Where several flows want the same, the higher one begins. */
    priority: z.number().int().min(-1000).max(1000).default(0),
    /** Begins by its triggers once for each contact: ever, or once in so many days. Null: every time. */
    once: z.object({ days: Days.optional() }).nullable().default(null),
    abTest: AbTest.nullable().default(null),
    /**
     * Words that work at every step, as the whole message; `human` phrases of two words or more also inside a longer message. A step's own options and skip words come first.
     * `humanNode` null hands over at once; `menuNode` null begins anew; `cancelNode` null says that it is left and ends the flow; `stopNode` null says good-bye and closes.
     * Some words for stopping ("baja", "unsubscribe") are also the wish not to be written to any more, and noted as that.
     */
    always: z
      .object({
        human: z.array(z.string().max(60)).max(60).default([]),
        restart: z.array(z.string().max(60)).max(60).default([]),
        stop: z.array(z.string().max(60)).max(30).default([]),
        menu: z.array(z.string().max(60)).max(60).default([]),
        cancel: z.array(z.string().max(60)).max(30).default([]),
        humanNode: next.default(null),
        menuNode: next.default(null),
        cancelNode: next.default(null),
        stopNode: next.default(null),
      })
      .prefault({}),
    /** When something breaks (loop without a wait, unusable step): where to go, else hand over to a person. */
    onError: next.default(null),
    handlers: Handlers,
    nodes: z.record(NodeId, FlowNode).refine((nodes) => Object.keys(nodes).length <= mostNodes, `At most ${mostNodes} steps.`),
  })
  .meta({ id: 'FlowDefinition' })
export type FlowDefinition = z.infer<typeof FlowDefinition>
/**
 * A stored or imported definition, which may be older than today: of an earlier schema, or without what steps got since then, which has its default.
 * Throws `UnknownSchema` for one of a later product.
 */
export const readDefinition = (stored: unknown): FlowDefinition => FlowDefinition.parse(migrateDefinition(stored))
/** A definition as an author writes it, with what has a default left out. */
export type FlowDraft = z.input<typeof FlowDefinition>
