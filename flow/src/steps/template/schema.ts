import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** A part of a template as its provider takes it; variables may stand in its texts. */
const Component = z.record(z.string(), z.unknown())

/**
 * Sends a message template, the only thing that leaves after the service window. `components` are its values as its provider takes them, with variables.
 * Where the channel has no templates, `text` is said, and the flow goes on by `otherwise` if that is drawn.
 */
export const TemplateStep = z.object({
  type: z.literal('template'),
  template: z.object({ name: z.string().min(1).max(512), language: z.string().min(2).max(20) }).nullable(),
  components: z.array(Component).max(20).default([]),
  preview: z.string().max(4096).optional(),
  text: z.string().max(4096).optional(),
  otherwise: next.optional(),
  next,
  ...at,
})
