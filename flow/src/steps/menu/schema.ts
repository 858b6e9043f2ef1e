import { z } from 'zod'
import { asking } from '../../schema/asking.ts'
import { at, next, VariableName, Words } from '../../schema/parts.ts'

/** `words` are other ways to say this option ("cita" for "Turno"). `id` travels in the button, so it must stay when the label changes. */
const Option = z.object({
  id: z.string().min(1).max(200),
  label: z.string().min(1).max(100),
  description: z.string().max(200).optional(),
  /** Heading in a list; options that follow each other with the same one stand under it. */
  section: z.string().max(24).optional(),
  words: z.array(z.string().max(60)).max(20).default([]),
  next,
})

/**
 * `auto` shows buttons, a list or numbered text, the first that carries all labels uncut on the channel; a forced style cuts labels, and gives way where it cannot be sent.
 * `saveAs` keeps the label, and the id under `<saveAs>.id`.
 */
export const MenuStep = z.object({
  type: z.literal('menu'),
  header: z.string().max(60).optional(),
  text: Words,
  footer: z.string().max(60).optional(),
  style: z.enum(['auto', 'buttons', 'list', 'numbers']).default('auto'),
  button: z.string().max(20).optional(),
  options: z.array(Option).min(1).max(30),
  ...asking,
  saveAs: VariableName.optional(),
  ...at,
})
