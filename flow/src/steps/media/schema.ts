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
 * Sends a picture, film, document, sound, voice note, place or contact. A file is one of ours or, with `source` `link`, what lies at an address on the web when the
 * run comes here. Variables stand behind the host of the link, each escaped for its place, or are the whole of it: an address that another program gave. Where the channel does not
 * take a file of ours, the customer reads the caption, or the place or the contact in words. A link that cannot be sent takes `onError`; `{{media.error}}` tells why.
 */
export const MediaStep = z.object({
  type: z.literal('media'),
  kind: z.enum(['image', 'video', 'document', 'audio', 'voice', 'location', 'contact']),
  source: z.enum(['file', 'link']).default('file'),
  file: StepFile.optional(),
  fileUrl: z.string().max(2000).optional(),
  /** What the customer's phone calls the file; without it, what its server calls it. */
  fileName: z.string().max(200).optional(),
  caption: z.string().max(1024).optional(),
  place: Place.optional(),
  card: z.object({ name: z.string().min(1).max(200), phone: z.string().min(1).max(60) }).optional(),
  next,
  onError: next.default(null),
  ...at,
})
