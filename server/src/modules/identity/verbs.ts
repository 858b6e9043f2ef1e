import type { Tx } from '#platform/database/transaction'
import { ensureMember, ensureOwner, resetPassword } from './accounts.ts'
import { createKey, listKeys, revokeKey, rotateKey } from './api-keys/keys.ts'
import { createAuthenticate } from './authenticate.ts'
import { createChangePassword } from './change-password.ts'
import { forgotPassword } from './forgot-password.ts'
import { confirmAddress, mailOwnConfirmation } from './confirm-address.ts'
import { cleanUp } from './clean-up.ts'
import { ensureHostAdmin, takeOverForHost } from './host-admin.ts'
import { grantNow } from './grant-now.ts'
import { createLogin } from './login.ts'
import { closeSession, logout } from './logout.ts'
import { memberTwoFactor, removeMemberTwoFactor, resetTwoFactor } from './lost-two-factor.ts'
import { memberResetLink } from './member-reset-link.ts'
import { appointOwner } from './people/appoint-owner.ts'
import { listMembers } from './people/list-members.ts'
import { teammatesOf } from './people/teams.ts'
import { endImpersonation, leaveImpersonation, startImpersonation } from './impersonation.ts'
import { createPasskeys } from './passkeys/passkeys.ts'
import { beginPasskey, signInByPasskey } from './passkeys/sign-in-by-passkey.ts'
import type { IdentityPorts } from './ports.ts'
import { changeProfile, readMe } from './profile.ts'
import { createRefresh } from './refresh.ts'
import { register } from './register.ts'
import { resetByLink } from './reset-by-link.ts'
import { endSessionOf, endSessionsBut, listSessions } from './sessions.ts'
import { giveRole } from './roles/give-role.ts'
import { setTwoFactorOfRole } from './roles/require-two-factor.ts'
import { createRole, listRoles, removeRole, updateRole } from './roles/roles.ts'
import { createSignInLink, signInByLink } from './sign-in-link.ts'
import { createTwoFactor } from './two-factor.ts'
import { holders, readers } from './domain/membership.ts'
import { memberExists, namesOf } from './store/memberships.ts'
import { photosAmong } from './store/photos.ts'
import { mailMembers } from './people/mail-members.ts'
import { ownRoles } from './store/roles.ts'

export type IdentityVerbs = ReturnType<typeof identityVerbs>

/** Every verb of the module. */
export const identityVerbs = (ports: IdentityPorts) => ({
  ...createAuthenticate(ports),
  login: createLogin(ports),
  signInByLink: signInByLink(ports),
  refresh: createRefresh(ports),
  logout: logout(ports),
  closeSession: closeSession(ports),
  me: readMe(ports),
  changeProfile: changeProfile(ports),
  changePassword: createChangePassword(ports),
  sessions: listSessions(ports),
  endSession: endSessionOf(ports),
  twoFactor: createTwoFactor(ports),
  passkeys: createPasskeys(ports),
  beginPasskey: beginPasskey(ports),
  signInByPasskey: signInByPasskey(ports),
  forgotPassword: forgotPassword(ports),
  resetByLink: resetByLink(ports),
  memberResetLink: memberResetLink(ports),
  memberTwoFactor: memberTwoFactor(ports),
  removeMemberTwoFactor: removeMemberTwoFactor(ports),
  resetTwoFactor: resetTwoFactor(ports),
  register: register(ports),
  confirmAddress: confirmAddress(ports),
  mailConfirmation: mailOwnConfirmation(ports),
  /** Whether strangers may make an organisation of their own. */
  registration: ports.openTenant ? ('open' as const) : ('closed' as const),
  endOtherSessions: endSessionsBut(ports),
  createSignInLink: createSignInLink(ports),
  ensureOwner: ensureOwner(ports),
  ensureMember: ensureMember(ports),
  resetPassword: resetPassword(ports),
  startImpersonation: startImpersonation(ports),
  endImpersonation: endImpersonation(ports),
  leaveImpersonation: leaveImpersonation(ports),
  appointOwner: appointOwner(ports),
  ensureHostAdmin: ensureHostAdmin(ports),
  takeOverForHost: takeOverForHost(ports),
  apiKeys: { list: listKeys(ports), create: createKey(ports), rotate: rotateKey(ports), revoke: revokeKey(ports) },
  roles: {
    list: listRoles,
    create: createRole(ports),
    update: updateRole(ports),
    remove: removeRole,
    give: giveRole(ports),
    requireTwoFactor: setTwoFactorOfRole(ports),
  },
  members: listMembers(ports),
  /** Names of present and former members by id; unknown ids are left out. */
  memberNames: (tx: Tx, userIds: readonly string[]): Promise<Map<string, string>> => namesOf(tx, userIds),
  /** Of these files, those that are somebody's photo. */
  photosAmong: (tx: Tx, fileIds: readonly string[]): Promise<string[]> => photosAmong(tx, fileIds),
  /** Whether members of a role answer conversations. */
  repliers: async (tx: Tx) => holders(await ownRoles(tx), 'conversations.reply'),
  /** How far members of a role see conversations. */
  readers: async (tx: Tx) => readers(await ownRoles(tx)),
  /** Whether work can be given to this person: an active member with an active account. */
  isActiveMember: (tx: Tx, userId: string): Promise<boolean> => memberExists(tx, userId),
  mailMembers: mailMembers(ports),
  grantNow: grantNow(ports),
  teammatesOf: (tx: Tx, userId: string): Promise<string[]> => teammatesOf(tx, userId),
  cleanUp: cleanUp(ports),
})
