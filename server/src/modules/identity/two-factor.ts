import type { TwoFactorSetup, TwoFactorState } from '@chasqui/contracts'
import { newCode } from '#platform/crypto/tokens'
import { newTotpSecret, totpUri } from '#platform/crypto/totp'
import type { Actor } from './authenticate.ts'
import { codeWrong, sessionEnded, twoFactorNeeded, twoFactorOff, twoFactorOn } from './failures.ts'
import { twoFactorStateOf } from './lost-two-factor.ts'
import type { IdentityPorts } from './ports.ts'
import { createPasswordProof } from './prove-password.ts'
import { recoveryHash, secretOf, withCode } from './second-step.ts'
import { markTwoSteps } from './store/sessions.ts'
import { confirmSecret, keepPendingSecret, removeTwoFactor, replaceRecoveryCodes, twoFactorOf, type TwoFactorRow } from './store/two-factor.ts'
import { twoFactorIsRequired } from './store/two-factor-roles.ts'
import { userById } from './store/users.ts'
import { tellTrail, tellTrailOf } from './tell-trail.ts'
import { createTurns } from './turns.ts'

type Who = Pick<Actor, 'userId' | 'sessionId'>
const codesAtOnce = 10

const newCodes = (): string[] => [...new Set(Array.from({ length: codesAtOnce * 2 }, newCode))].slice(0, codesAtOnce)

const enabledOf = async (ports: IdentityPorts, userId: string): Promise<TwoFactorRow> => {
  const known = await twoFactorOf(ports.database.system, userId)
  if (!known?.enabled) throw twoFactorOff()
  return known
}

/**
 * The second step of a sign-in, turned on in two moves: `setup` makes a secret for the authenticator app, `enable` takes a code of it as the
 * proof that the app has it. Setting up and turning off ask for the password too: a session left open must not lock its owner out.
 */
export const createTwoFactor = (ports: IdentityPorts) => {
  const inTurn = createTurns()
  const provePassword = createPasswordProof(ports)

  const state = ({ userId }: Who): Promise<TwoFactorState> => twoFactorStateOf(ports, userId)

  const setUp = async ({ userId }: Who, { password }: { password: string }, address: string): Promise<TwoFactorSetup> => {
    const user = await userById(ports.database.system, userId)
    if (!user) throw sessionEnded()
    await provePassword(user, password, address)
    const secret = newTotpSecret()
    await ports.database.asSystem(async (client) => {
      if (!(await keepPendingSecret(client, userId, ports.seal(secret, secretOf(userId)), ports.clock.now()))) throw twoFactorOn()
      await tellTrail(ports, client, user, { action: 'two_factor.prepared' })
    })
    return { secret, uri: totpUri({ secret, account: user.email, issuer: 'Chasqui' }) }
  }

  /** Fresh codes in place of all older ones; told this once. */
  const enable = ({ userId, sessionId }: Who, { code }: { code: string }, address: string): Promise<{ recoveryCodes: string[] }> =>
    inTurn(userId, async () => {
      const known = await twoFactorOf(ports.database.system, userId)
      if (!known) throw twoFactorOff()
      if (known.enabled) throw twoFactorOn()
      const recoveryCodes = newCodes()
      await withCode(ports, { userId, address, code, sealedSecret: known.sealedSecret, refusal: codeWrong }, async (client) => {
        if (!(await confirmSecret(client, userId, ports.clock.now()))) throw twoFactorOn()
        await markTwoSteps(client, sessionId)
        await replaceRecoveryCodes(
          client,
          userId,
          recoveryCodes.map((one) => recoveryHash(ports, userId, one)),
        )
        await tellTrailOf(ports, client, userId, { action: 'two_factor.enabled', before: { twoFactor: false }, after: { twoFactor: true } })
      })
      ports.hints.changed('user', userId)
      return { recoveryCodes }
    })

  const renewCodes = ({ userId }: Who, { code }: { code: string }, address: string): Promise<{ recoveryCodes: string[] }> =>
    inTurn(userId, async () => {
      const { sealedSecret } = await enabledOf(ports, userId)
      const recoveryCodes = newCodes()
      const hashes = recoveryCodes.map((one) => recoveryHash(ports, userId, one))
      await withCode(ports, { userId, address, code, sealedSecret, refusal: codeWrong }, async (client) => {
        await replaceRecoveryCodes(client, userId, hashes)
        await tellTrailOf(ports, client, userId, { action: 'two_factor.codes_renewed' })
      })
      return { recoveryCodes }
    })

  const disable = ({ userId }: Who, given: { password: string; code: string }, address: string): Promise<void> =>
    inTurn(userId, async () => {
      const user = await userById(ports.database.system, userId)
      if (!user) throw sessionEnded()
      const { sealedSecret } = await enabledOf(ports, userId)
      if (await twoFactorIsRequired(ports.database.system, userId)) throw twoFactorNeeded()
      await provePassword(user, given.password, address)
      await withCode(ports, { userId, address, code: given.code, sealedSecret, refusal: codeWrong }, async (client) => {
        await removeTwoFactor(client, userId)
        await tellTrail(ports, client, user, { action: 'two_factor.disabled', before: { twoFactor: true }, after: { twoFactor: false } })
      })
      ports.hints.changed('user', userId)
    })

  return { state, setUp, enable, renewCodes, disable }
}
