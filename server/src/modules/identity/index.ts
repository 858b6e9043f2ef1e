/**
 * Identity: who people are, how they prove it, and what ties them to tenants.
 *
 * Owns the schema `identity`: user, membership, session, refresh_token, sign_in_link, attempt. All but membership are the host's and are
 * reached as the system role; a tenant sees its own memberships and the names of its members.
 * Publishes no events. Tells the hints `session` (one session ended) and `user` (a person, their epoch or memberships changed) with the id;
 * listens to those and to `tenant`.
 */
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { ensureMember, ensureOwner, resetPassword } from './accounts.ts'
import { createAuthenticate } from './authenticate.ts'
import { cleanUp } from './jobs.ts'
import { createLogin } from './login.ts'
import { closeSession, logout } from './logout.ts'
import { listMembers } from './members.ts'
import type { IdentityPorts } from './ports.ts'
import { changeProfile, readMe } from './profile.ts'
import { refresh } from './refresh.ts'
import { registerRoutes } from './routes.ts'
import { createSignInLink, signInByLink } from './sign-in-link.ts'
import { memberExists, namesOf } from './store/memberships.ts'

export type { Actor } from './authenticate.ts'
export type { TenantFacts } from './domain/membership.ts'
export type { IdentityPorts } from './ports.ts'

/** Every verb of the module. */
export type IdentityVerbs = ReturnType<typeof verbs>

const verbs = (ports: IdentityPorts) => ({
  ...createAuthenticate(ports),
  login: createLogin(ports),
  signInByLink: signInByLink(ports),
  refresh: refresh(ports),
  logout: logout(ports),
  closeSession: closeSession(ports),
  me: readMe(ports),
  changeProfile: changeProfile(ports),
  createSignInLink: createSignInLink(ports),
  ensureOwner: ensureOwner(ports),
  ensureMember: ensureMember(ports),
  resetPassword: resetPassword(ports),
  members: listMembers,
  /** Names of present and former members by id; unknown ids are left out. */
  memberNames: (tx: Tx, userIds: readonly string[]): Promise<Map<string, string>> => namesOf(tx, userIds),
  /** Whether work can be given to this person: an active member with an active account. */
  isActiveMember: (tx: Tx, userId: string): Promise<boolean> => memberExists(tx, userId),
  cleanUp: cleanUp(ports),
})

export type Identity = ReturnType<typeof createIdentity>

export const createIdentity = (ports: IdentityPorts) => {
  const identity = verbs(ports)
  return { ...identity, registerRoutes: (http: Http) => registerRoutes(http, identity, ports.secureCookies) }
}
