import type { TwoFactorState } from '@chasqui/contracts'
import { sign } from '#platform/acts/sign'
import { absent } from '#platform/failure'
import type { Tx } from '#platform/database/transaction'
import { clearCodes } from './attempts.ts'
import { normalEmail } from './domain/email.ts'
import { twoFactorOff } from './failures.ts'
import { type Helper, memberToHelp } from './member-to-help.ts'
import { requireMember } from './people/list-members.ts'
import type { IdentityPorts } from './ports.ts'
import { recoveryCodesLeft, removeTwoFactor, twoFactorOf } from './store/two-factor.ts'
import { twoFactorIsRequired } from './store/two-factor-roles.ts'
import { userByEmail } from './store/users.ts'
import { tellTrailOf } from './tell-trail.ts'

export const twoFactorStateOf = async (ports: IdentityPorts, userId: string): Promise<TwoFactorState> => ({
  enabled: (await twoFactorOf(ports.database.system, userId))?.enabled ?? false,
  recoveryCodesLeft: await recoveryCodesLeft(ports.database.system, userId),
  required: await twoFactorIsRequired(ports.database.system, userId),
})

const action = 'two_factor.disabled'

const remove = async (ports: IdentityPorts, userId: string): Promise<void> => {
  await ports.database.asSystem(async (client) => {
    if (!(await removeTwoFactor(client, userId))) throw twoFactorOff()
    await tellTrailOf(ports, client, userId, { action, before: { twoFactor: true }, after: { twoFactor: false }, by: sign({ action }).doer })
  })
  await clearCodes(ports, userId)
  ports.hints.changed('user', userId)
}

/** Whether a member signs in in two steps. */
export const memberTwoFactor =
  (ports: IdentityPorts) =>
  async (tx: Tx, userId: string): Promise<TwoFactorState> => {
    await requireMember(tx, userId)
    return twoFactorStateOf(ports, userId)
  }

/** For a member who has lost the phone and the recovery codes: the password is enough again, and where the role asks for it, a new phone is set up first. */
export const removeMemberTwoFactor =
  (ports: IdentityPorts) =>
  async (actor: Helper, userId: string): Promise<void> =>
    remove(ports, (await memberToHelp(ports, actor, userId)).id)

/** The same for whoever runs the server: an owner who has lost theirs has nobody above them. */
export const resetTwoFactor =
  (ports: IdentityPorts) =>
  async (email: string): Promise<void> => {
    const user = await userByEmail(ports.database.system, normalEmail(email))
    if (!user) throw absent('user')
    await remove(ports, user.id)
  }
