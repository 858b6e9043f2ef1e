import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the built web app. It is absent until the first build; the API works without it. */
export const webRoot = join(import.meta.dirname, '../../../web/dist')

export const webIsBuilt = (): boolean => existsSync(join(webRoot, 'index.html'))
