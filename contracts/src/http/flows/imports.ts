import { z } from 'zod'
import { FlowDefinition } from '../../flow.ts'
import { route } from '../../route.ts'
import { common } from './common.ts'
import { FlowProblem } from './drafts.ts'

/** Something of a file that needs a person, or is not quite the same here; `step` stands in its place, `block` and `group` are its names there. */
export const Leftover = z
  .object({
    code: z.enum([
      'block',
      'file',
      'other_flow',
      'code',
      'compared',
      'question',
      'several_answers',
      'listed_answers',
      'shown_if',
      'range',
      'link',
      'call',
      'person',
      'begins',
      'unreachable',
      'cut',
    ]),
    step: z.string().nullable(),
    block: z.string(),
    group: z.string(),
    value: z.string().optional(),
  })
  .meta({ id: 'FlowLeftover' })
export type Leftover = z.infer<typeof Leftover>

/** A flow that a file holds, as it would be made; `name` is empty where the file has none. */
export const ImportedFlow = z
  .object({ name: z.string(), definition: FlowDefinition, leftovers: z.array(Leftover), problems: z.array(FlowProblem) })
  .meta({ id: 'ImportedFlow' })
export type ImportedFlow = z.infer<typeof ImportedFlow>

/** What a file holds. `replies`: texts that people send by hand, which are quick replies and no flows. */
export const FlowImport = z
  .object({ product: z.enum(['chasqui', 'typebot', 'chatwoot']), flows: z.array(ImportedFlow), replies: z.number().int() })
  .meta({ id: 'FlowImport' })
export type FlowImport = z.infer<typeof FlowImport>

/** Flows of files: of this product, and of others whose product is told by their shape. */
export const importRoutes = {
  readImport: route({
    ...common,
    id: 'flowImports.read',
    method: 'POST',
    path: '/api/flow-imports',
    audit: { none: 'only reads what a file holds; each flow that is made of it leaves its own record' },
    summary: 'What a file would become: its flows as they can be made, and what in them needs a person. Makes nothing',
    permission: 'flows.manage',
    rate: 'write',
    params: null,
    body: z.object({ file: z.unknown() }),
    response: { status: 200, body: FlowImport },
  }),
} as const
