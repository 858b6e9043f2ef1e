import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

/** A file of ours, as it was when it was chosen; a channel gets what is made of it. */
const StepFile = z.object({ fileId: z.uuid(), name: z.string().max(300), mime: z.string().max(200), size: z.number().int().nonnegative() })

const Place = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().max(1000).optional(),
  address: z.string().max(1000).optional(),
})

/**
 * Sends a picture, film, document, sound, voice note, place or contact. Where the channel does not take it, the customer reads the caption, or the place or
 * the contact in words.
 */
export const MediaStep = z.object({
  type: z.literal('media'),
  kind: z.enum(['image', 'video', 'document', 'audio', 'voice', 'location', 'contact']),
  file: StepFile.optional(),
  caption: z.string().max(1024).optional(),
  place: Place.optional(),
  card: z.object({ name: z.string().min(1).max(200), phone: z.string().min(1).max(60) }).optional(),
  next,
  ...at,
})
