import type { Config } from '../config.ts'
import { holderOf } from './data-folder-lock.ts'
import { localUrl } from './start-addresses.ts'

/** Where the product answers now, or will answer after the next start. */
export const runningUrl = (config: Config): string => holderOf(config.dataDir)?.url ?? localUrl(config, config.http.port)
