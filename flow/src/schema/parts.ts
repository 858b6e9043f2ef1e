import { z } from 'zod'

/** What the shapes of several steps have in common. */
export const NodeId = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[A-Za-z0-9_-]+$/)

/** The step to go on with; what null means is told where it stands. */
export const next = NodeId.nullable()

/** What is said to the customer; `{{name}}` is replaced by a variable. */
export const Words = z.string().min(1).max(4096)

/** `contact.*`, `business.*` and `message.*` are filled in by the product and cannot be set by a step. */
export const VariableName = z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_.]{0,59}$/)

/** Where a step lies on the canvas, and what its author calls it. */
export const at = { position: z.object({ x: z.number(), y: z.number() }).optional(), label: z.string().max(100).optional() }

/** A span of time that a run waits: a second up to thirty days. */
export const Seconds = z
  .number()
  .int()
  .min(1)
  .max(60 * 60 * 24 * 30)
