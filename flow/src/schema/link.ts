import { z } from 'zod'

/** An address on the web with the words on its button; variables may stand in both. */
export const Link = z.object({ label: z.string().min(1).max(20), url: z.string().min(1).max(2000) })
