import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartError } from '../platform/start-error.ts'
import { encryptionKeys } from './environment-values.ts'
import type { EncryptionKey } from './environment-values.ts'

/** Secrets that a laptop start makes for itself once. A production start must bring its own. */
export type KeptSecrets = { jwtSecret: string; encryptionKeys: EncryptionKey[] }

const fileSchema = z.object({ JWT_SECRET: z.string().min(32), ENCRYPTION_KEYS: encryptionKeys })

export const secretsFileIn = (dataDir: string): string => join(dataDir, 'secrets.json')

const create = (file: string): string => {
  const text = JSON.stringify({ JWT_SECRET: randomBytes(48).toString('base64'), ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}` }, null, 2)
  // Written beside and renamed: a half-written file would lose the only key of everything that it has sealed.
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return text
}

const readOrCreate = (dataDir: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    return create(file)
  }
}

const damaged = (file: string): StartError =>
  new StartError(
    'configuration',
    'The secrets of this installation cannot be read.',
    `${file} is not what Chasqui wrote.`,
    'Put the file back from a backup of the data folder; without it stored tokens cannot be opened.',
  )

const unreachable = (dataDir: string, error: unknown): StartError =>
  new StartError(
    'disk',
    'The data folder cannot be used.',
    `${(error as Error).message}.`,
    `Give this user the rights on ${dataDir}, or set DATA_DIR to another folder.`,
  )

/** Reads `<DATA_DIR>/secrets.json`, or makes it (readable by its owner only) at the first start. */
export const readKeptSecrets = (dataDir: string): KeptSecrets => {
  const file = secretsFileIn(dataDir)
  let text: string
  try {
    text = readOrCreate(dataDir, file)
  } catch (error) {
    throw unreachable(dataDir, error)
  }
  try {
    const { JWT_SECRET, ENCRYPTION_KEYS } = fileSchema.parse(JSON.parse(text))
    return { jwtSecret: JWT_SECRET, encryptionKeys: ENCRYPTION_KEYS }
  } catch {
    throw damaged(file)
  }
}
