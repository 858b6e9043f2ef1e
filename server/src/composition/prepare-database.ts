import { hmac } from '#platform/crypto/signature'
import { migrate } from '#platform/database/migrate'
import { ensureRolesAt } from '#platform/database/roles'
import type { Config } from '../config.ts'

/** What the passwords of the database roles are made from. */
export const databaseSecretOf = (config: Config): string => hmac(config.secrets.jwtSecret, 'database-roles').toString('hex')

/** Makes the roles and brings the schema up to date; makes no tenant and no account. Safe to run at every start and by several nodes. */
export const prepareDatabase = async (config: Config, adminUrl: string): Promise<{ count: number; applied: number; ms: number }> => {
  const startedAt = performance.now()
  await ensureRolesAt(adminUrl, databaseSecretOf(config))
  const { total, applied } = await migrate(adminUrl)
  return { count: total, applied: applied.length, ms: performance.now() - startedAt }
}
