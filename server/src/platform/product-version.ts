import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version of the product, from the repository's package.json. */
export const productVersion = (JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }).version
