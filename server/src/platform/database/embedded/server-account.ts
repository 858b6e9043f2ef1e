import { spawnSync } from 'node:child_process'

/**
 * Who the database server runs as. PostgreSQL refuses to run as root, so a root process lends it another identity:
 * `self` the current user (not root) · `user` another user of the system · `namespace` a user namespace in which root appears as an
 * ordinary user while its files stay root's (most container runtimes forbid it).
 */
export type ServerAccount = { kind: 'self' } | { kind: 'namespace' } | { kind: 'user'; name: string; uid: number; gid: number }

export const self: ServerAccount = { kind: 'self' }
export const namespace: ServerAccount = { kind: 'namespace' }

export const isRoot = (): boolean => process.getuid?.() === 0

const idOf = (flag: '-u' | '-g', name: string): number => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout ?? '', 10)

/** Users that exist on nearly every system and own nothing: `postgres` first, so that files look familiar. `_postgres` is macOS. */
export const lendableUsers = (): ServerAccount[] =>
  ['postgres', '_postgres', 'nobody'].flatMap((name) => {
    const [uid, gid] = [idOf('-u', name), idOf('-g', name)]
    return uid > 0 && gid > 0 ? [{ kind: 'user' as const, name, uid, gid }] : []
  })

/** The owner that the server's files must have, or null when the account cannot or need not change owners. */
export const ownerFor = (account: ServerAccount): { uid: number; gid: number } | null => {
  if (account.kind === 'user') return { uid: account.uid, gid: account.gid }
  return account.kind === 'namespace' ? { uid: 0, gid: 0 } : null
}
