/**
 * Identity: who people are, how they prove it, and what ties them to tenants.
 *
 * Owns the schema `identity`: user, membership, session, refresh_token, sign_in_link, reset_link, two_factor, recovery_code,
 * attempt. All but membership are the host's and are
 * reached as the system role; a tenant sees its own memberships and the names of its members.
 * Publishes no events. Tells the hints `session` (one session ended) and `user` (a person, their epoch or memberships changed) with the id;
 * listens to those and to `tenant`.
 */
import type { Http } from '#platform/http/server'
import type { IdentityPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'
import { identityVerbs } from './verbs.ts'

export type { Actor } from './authenticate.ts'
export type { TenantFacts } from './domain/membership.ts'
export type { IdentityPorts, Mail } from './ports.ts'

export type Identity = ReturnType<typeof createIdentity>

export const createIdentity = (ports: IdentityPorts) => {
  const identity = identityVerbs(ports)
  return { ...identity, registerRoutes: (http: Http) => registerRoutes(http, identity, ports.secureCookies) }
}
