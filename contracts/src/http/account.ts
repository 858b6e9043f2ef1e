import { z } from 'zod'
import { Id, Instant, ShortText } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

/** One sign-in that still holds. Browser and system are names that need no translation; null when the program did not say. */
export const ActiveSession = z
  .object({
    id: Id,
    browser: z.string().nullable(),
    system: z.string().nullable(),
    address: z.string().nullable(),
    createdAt: Instant,
    lastUsedAt: Instant,
    current: z.boolean(),
  })
  .meta({ id: 'ActiveSession' })
export type ActiveSession = z.infer<typeof ActiveSession>

export const TwoFactorState = z
  .object({
    enabled: z.boolean(),
    recoveryCodesLeft: z.number().int(),
    required: z.boolean().meta({ description: 'A role of this person asks for it: it cannot be turned off' }),
  })
  .meta({ id: 'TwoFactorState' })
export type TwoFactorState = z.infer<typeof TwoFactorState>
/** For the authenticator app: `uri` as a QR code, `secret` to type by hand. */
export const TwoFactorSetup = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'TwoFactorSetup' })
export type TwoFactorSetup = z.infer<typeof TwoFactorSetup>
/** Each signs in once in place of a code; shown this once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })

const Password = z.string().min(1).max(1024)
const NewPassword = z.string().min(8).max(1024)
const Code = z.string().trim().min(1).max(20)

const none = { tenant: 'none', idempotency: false, params: null, query: null, body: null } as const

/** How a person looks after their own account: where it is signed in, and how they get back in. */
export const accountRoutes = {
  sessions: route({
    ...none,
    id: 'auth.sessions',
    method: 'GET',
    path: '/api/auth/sessions',
    summary: 'Own sessions that still hold, the newest sign-in first',
    permission: 'signed-in',
    rate: 'read',
    query: PageQuery,
    response: { status: 200, body: page(ActiveSession) },
  }),
  endSession: route({
    ...none,
    id: 'auth.endSession',
    method: 'DELETE',
    path: '/api/auth/sessions/:id',
    audit: 'session.ended',
    summary: 'End one own session; its requests and sockets stop at once',
    permission: 'signed-in',
    rate: 'write',
    params: z.object({ id: Id }),
    response: { status: 204, body: null },
  }),
  endOtherSessions: route({
    ...none,
    id: 'auth.endOtherSessions',
    method: 'DELETE',
    path: '/api/auth/sessions',
    audit: 'session.ended',
    summary: 'End all own sessions but this one',
    permission: 'signed-in',
    rate: 'write',
    response: { status: 200, body: z.object({ ended: z.number().int() }) },
  }),
  forgotPassword: route({
    ...none,
    id: 'auth.forgotPassword',
    method: 'POST',
    path: '/api/auth/forgot-password',
    audit: 'password.link_made',
    summary: 'Ask for a link that sets a new password; the answer is the same for every address',
    permission: 'public',
    rate: 'auth',
    body: z.object({ email: z.string().min(3).max(254) }),
    response: {
      status: 202,
      body: z.object({ by: z.enum(['mail', 'administrator']).meta({ description: 'Who can bring the link: the mail, or without it a person' }) }),
    },
  }),
  resetPassword: route({
    ...none,
    id: 'auth.resetPassword',
    method: 'POST',
    path: '/api/auth/reset-password',
    audit: 'password.changed',
    summary: 'Set a new password by a link; every session of that person ends',
    permission: 'public',
    rate: 'auth',
    body: z.object({ key: z.string().min(4).max(100), newPassword: NewPassword }),
    response: { status: 204, body: null },
  }),
  memberResetLink: route({
    ...none,
    id: 'users.resetLink',
    method: 'POST',
    path: '/api/users/:id/reset-link',
    audit: 'password.link_made',
    summary: 'Make a link with which a member sets a new password; told this once, older ones stop working',
    permission: 'users.manage',
    rate: 'write',
    params: z.object({ id: Id }),
    response: { status: 200, body: z.object({ url: z.string(), expiresAt: Instant }) },
  }),
  memberTwoFactor: route({
    ...none,
    tenant: 'member',
    id: 'users.twoFactor',
    method: 'GET',
    path: '/api/users/:id/two-factor',
    summary: 'Whether a member signs in in two steps',
    permission: 'users.manage',
    rate: 'read',
    params: z.object({ id: Id }),
    response: { status: 200, body: TwoFactorState },
  }),
  removeMemberTwoFactor: route({
    ...none,
    id: 'users.removeTwoFactor',
    method: 'DELETE',
    path: '/api/users/:id/two-factor',
    audit: 'two_factor.disabled',
    summary: 'Let a member who lost the phone sign in with the password alone; where the role asks for two steps, they set up a new one first',
    permission: 'users.manage',
    rate: 'write',
    params: z.object({ id: Id }),
    response: { status: 204, body: null },
  }),
  entry: route({
    ...none,
    id: 'auth.entry',
    method: 'GET',
    path: '/api/auth/entry',
    summary: 'What strangers may do here: make an account of their own, or come by invitation only',
    permission: 'public',
    rate: 'read',
    response: { status: 200, body: z.object({ registration: z.enum(['open', 'closed']) }) },
  }),
  register: route({
    ...none,
    id: 'auth.register',
    method: 'POST',
    path: '/api/auth/register',
    audit: 'user.registered',
    summary: 'Make an account with an organisation of its own, where registration is open',
    permission: 'public',
    rate: 'auth',
    body: z.object({
      email: z.string().min(3).max(254),
      password: NewPassword,
      name: ShortText,
      organisation: ShortText,
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
    }),
    response: { status: 202, body: z.object({ status: z.literal('accepted') }) },
  }),
  confirmAddress: route({
    ...none,
    id: 'auth.confirmAddress',
    method: 'POST',
    path: '/api/auth/confirm-address',
    audit: 'profile.address_confirmed',
    summary: 'Show by the key from a mail that the own address is read by whoever is signed in',
    permission: 'signed-in',
    rate: 'auth',
    body: z.object({ key: z.string().min(4).max(200) }),
    response: { status: 204, body: null },
  }),
  mailConfirmation: route({
    ...none,
    id: 'auth.mailConfirmation',
    method: 'POST',
    path: '/api/auth/confirm-address/mail',
    audit: { none: 'a mail leaves, and nothing is changed' },
    summary: 'Send the mail that confirms the own address once more',
    permission: 'signed-in',
    rate: 'auth',
    response: { status: 202, body: z.object({ status: z.literal('accepted') }) },
  }),
  twoFactor: route({
    ...none,
    id: 'auth.twoFactor',
    method: 'GET',
    path: '/api/auth/2fa',
    summary: 'Whether the own sign-in takes two steps, and how many recovery codes are left',
    permission: 'signed-in',
    beforeTwoFactor: true,
    rate: 'read',
    response: { status: 200, body: TwoFactorState },
  }),
  setUpTwoFactor: route({
    ...none,
    id: 'auth.setUpTwoFactor',
    method: 'POST',
    path: '/api/auth/2fa/setup',
    audit: 'two_factor.prepared',
    summary: 'Make a secret for the authenticator app; nothing changes until it is confirmed',
    permission: 'signed-in',
    beforeTwoFactor: true,
    rate: 'auth',
    body: z.object({ password: Password }),
    response: { status: 200, body: TwoFactorSetup },
  }),
  enableTwoFactor: route({
    ...none,
    id: 'auth.enableTwoFactor',
    method: 'POST',
    path: '/api/auth/2fa/enable',
    audit: 'two_factor.enabled',
    summary: 'Confirm the secret with a code of the app; from now on signing in takes two steps',
    permission: 'signed-in',
    beforeTwoFactor: true,
    rate: 'write',
    body: z.object({ code: Code }),
    response: { status: 200, body: RecoveryCodes },
  }),
  renewRecoveryCodes: route({
    ...none,
    id: 'auth.renewRecoveryCodes',
    method: 'POST',
    path: '/api/auth/2fa/recovery-codes',
    audit: 'two_factor.codes_renewed',
    summary: 'Get new recovery codes; the older ones stop working',
    permission: 'signed-in',
    rate: 'write',
    body: z.object({ code: Code }),
    response: { status: 200, body: RecoveryCodes },
  }),
  disableTwoFactor: route({
    ...none,
    id: 'auth.disableTwoFactor',
    method: 'POST',
    path: '/api/auth/2fa/disable',
    audit: 'two_factor.disabled',
    summary: 'Sign in with the password alone again',
    permission: 'signed-in',
    rate: 'write',
    body: z.object({ password: Password, code: Code }),
    response: { status: 204, body: null },
  }),
} as const
