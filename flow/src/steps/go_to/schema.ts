import { z } from 'zod'
import { at, NodeId } from '../../schema/parts.ts'

/** Goes on with a step that stands elsewhere. */
export const GoToStep = z.object({ type: z.literal('go_to'), node: NodeId, ...at })
