/** A whole run has one database server for all its files (`server/test/kit/shared-cluster.ts`); a file alone lets its product start one. */
export const sharedDatabase = async (): Promise<Record<string, string>> => {
  if (!process.env['TEST_CLUSTER_URL']) return {}
  const { jwtSecret, newDatabase } = await import('../../server/test/kit/cluster.ts')
  // The passwords of the server's roles are made from the secret.
  return { DATABASE_URL: await newDatabase(), JWT_SECRET: jwtSecret }
}
