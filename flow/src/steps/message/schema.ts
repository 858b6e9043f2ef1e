import { z } from 'zod'
import { Link } from '../../schema/link.ts'
import { at, next, Words } from '../../schema/parts.ts'

/** Says something. Longer than the channel carries: said in several messages. A `link` is a button where the channel has that, else a line below. */
export const MessageStep = z.object({ type: z.literal('message'), text: Words, link: Link.optional(), next, ...at })
