/**
 * Identity: who people are, how they prove it, and what ties them to tenants.
 *
 * Owns the schema `identity`: user, membership, session, refresh_token, sign_in_link, reset_link, two_factor, recovery_code, passkey, passkey_challenge,
 * attempt, two_factor_role, invitation, team, team_member, api_key, api_key_secret,
 * role. Memberships, invitations, teams, keys and roles are a tenant's; all else is the host's and reached as the system role. A tenant sees the names
 * of its members. Publishes member.changed, team.changed. Tells the hints `session` (one session ended), `user` (a person, their epoch or memberships
 * changed) and `api-key` (made, rotated or revoked) with the id;
 * listens to those and to `tenant`.
 */
import type { Http } from '#platform/http/server'
import { registerPeople } from './people/routes.ts'
import type { IdentityPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'
import { identityVerbs } from './verbs.ts'

export type { Actor } from './authenticate.ts'
export type { TenantFacts } from './domain/membership.ts'
export type { OwnersWay } from './people/appoint-owner.ts'
export type { IdentityPorts, Mail } from './ports.ts'

export type Identity = ReturnType<typeof createIdentity>

export const createIdentity = (ports: IdentityPorts) => {
  const identity = identityVerbs(ports)
  return {
    ...identity,
    registerRoutes: (http: Http) => {
      registerRoutes(http, identity, ports.secureCookies)
      registerPeople(http, ports)
    },
  }
}
