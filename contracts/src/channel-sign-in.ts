import { z } from 'zod'
import { Id } from './ids.ts'

/** Kinds of channels whose vendor lets people sign in and say which of their accounts is connected. */
export const SignInKind = z.enum(['messenger', 'instagram'])
export type SignInKind = z.infer<typeof SignInKind>

/**
 * Why signing in at a vendor led nowhere. `denied`: the person did not agree; `permission_missing`: to less than is needed; `expired`: too late, or a
 * second time; `refused`: the vendor did not take what it gave itself, or its app is not set up as it has to be; `unavailable`: it does not answer.
 */
export const SignInTrouble = z.enum(['denied', 'permission_missing', 'expired', 'refused', 'unavailable'])
export type SignInTrouble = z.infer<typeof SignInTrouble>

/**
 * Why an account cannot be chosen. `no_messaging`: whoever signed in may not answer its messages; `no_professional_account`: no Instagram account is linked
 * to the page; `connected_otherwise`: it is a channel already, by a token of its own.
 */
export const AccountRefusal = z.enum(['no_messaging', 'no_professional_account', 'connected_otherwise'])
export type AccountRefusal = z.infer<typeof AccountRefusal>

/** An account that somebody who signed in has at the vendor. `channel`: the one that it is connected as; choosing it anew renews that. */
export const SignInAccount = z
  .object({
    account: z.string(),
    name: z.string(),
    /** How customers know it besides its name. */
    handle: z.string().nullable(),
    refusal: AccountRefusal.nullable(),
    channel: z.object({ id: Id, name: z.string() }).nullable(),
  })
  .meta({ id: 'SignInAccount' })
export type SignInAccount = z.infer<typeof SignInAccount>
