import type { FlowDefinition, FlowNode } from '../definition.ts'

export type NodeOf<Type extends FlowNode['type']> = Extract<FlowNode, { type: Type }>
export type InputNode = NodeOf<'input'>
export type MenuNode = NodeOf<'menu'>

/** The step with this id; also for ids such as `constructor`, which every object seems to have. */
export const nodeAt = (definition: FlowDefinition, id: string): FlowNode | undefined => (Object.hasOwn(definition.nodes, id) ? definition.nodes[id] : undefined)
