import { randomBytes } from 'node:crypto'
import { z } from 'zod'

/** Where a server that holds linked numbers is: its root, without a slash at its end. */
export const serverAddress = z
  .string()
  .trim()
  .max(500)
  .transform((typed) => typed.replace(/\/+$/, ''))
  .pipe(z.url({ protocol: /^https?$/, error: 'An address that begins with http:// or https://' }))

/** Where such a server finds this product; empty = under its public address. */
export const callbackAddress = z.union([z.literal(''), serverAddress]).default('')

const madeUp = () => `chasqui-${randomBytes(6).toString('hex')}`

/** Name of a number's session on such a server, made up where nobody gave one; `pattern` is what the server takes as a name. */
export const sessionName = (pattern: RegExp, error: string) =>
  z
    .string()
    .trim()
    .transform((typed) => typed || madeUp())
    .pipe(z.string().regex(pattern, error))
    .default(madeUp)
