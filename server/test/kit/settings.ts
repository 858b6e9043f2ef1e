import { jwtSecret } from './cluster.ts'

/** The key of what the test's products seal. */
export const keys = `k1:${Buffer.alloc(32, 7).toString('base64')}`
/** Who owns the demo tenant and administers the installation. */
export const ownerEmail = 'owner@demo.local'

/** The settings of a product under test, with a data folder of its own. */
export const environment = (dataDir: string, env: Record<string, string>): Record<string, string> => ({
  DATA_DIR: dataDir,
  JWT_SECRET: jwtSecret,
  ENCRYPTION_KEYS: keys,
  TEST_CLOCK: 'on',
  // Each plans every statement for itself, so that many of them are what many short-lived products spend most on.
  DATABASE_CONNECTIONS: '15',
  LOG_LEVEL: 'warn',
  ADMIN_EMAIL: ownerEmail,
  ...env,
})

/** What makes the first start leave another demo, or none. */
const ofFirstStart = ['DEMO', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'JWT_SECRET', 'ENCRYPTION_KEYS']
export const hasUsualDemo = (env: Record<string, string>): boolean => !ofFirstStart.some((name) => name in env)
