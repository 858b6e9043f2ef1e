import type { PasskeyUsed } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import { countFailure, refuseLocked, senderAttempt } from '../attempts.ts'
import { openSession, type OpenedSession, type Origin } from '../open-session.ts'
import { personById } from '../person.ts'
import type { IdentityPorts } from '../ports.ts'
import { notePasskeyUse, passkeyBy, type PasskeyRow } from '../store/passkeys.ts'
import { userById } from '../store/users.ts'
import { tellTrail } from '../tell-trail.ts'
import { isOurChallenge, newChallenge, orNull, patience, siteOf, webauthn } from './ceremony.ts'

/** One answer for an unknown key, a forged signature, an old challenge and an account that was switched off. */
const passkeyInvalid = () => new Failure('unauthenticated', 'auth.passkey_invalid', 'This passkey does not open anything here, or not any more.')

/** Names nobody: the device knows whose key it has, and strangers learn from it of no account. */
export const beginPasskey = (ports: IdentityPorts) => async () => {
  const { rpID } = siteOf(ports)
  const { generateAuthenticationOptions } = await webauthn()
  return generateAuthenticationOptions({ rpID, challenge: await newChallenge(ports, null), timeout: patience, userVerification: 'required' })
}

/** The counter that a device says after signing our challenge with this key; null when it did not. */
const check = async (ports: IdentityPorts, key: PasskeyRow, used: PasskeyUsed): Promise<number | null> => {
  const { userHandle, ...response } = used.response
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== key.userId) return null
  const { origin, rpID } = siteOf(ports)
  const { verifyAuthenticationResponse } = await webauthn()
  const checked = await orNull(() =>
    verifyAuthenticationResponse({
      response: { ...used, response, clientExtensionResults: {} },
      expectedChallenge: isOurChallenge(ports, null),
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
      requireUserVerification: true,
    }),
  )
  return checked?.verified ? checked.authenticationInfo.newCounter : null
}

/**
 * Signs in whoever has the key. The device has it and has checked the person, which is two steps in one: no code is asked for. The use is
 * noted in the transaction that opens the session, so that a copy of the key does not get in beside it.
 */
export const signInByPasskey =
  (ports: IdentityPorts) =>
  async (used: PasskeyUsed, origin: Origin): Promise<OpenedSession> => {
    const attempt = senderAttempt(origin.address)
    await refuseLocked(ports, attempt)
    const key = await passkeyBy(ports.database.system, used.id)
    const counter = key && (await check(ports, key, used))
    const person = key && counter !== null ? await personById(ports, key.userId) : null
    const session =
      key && counter !== null && person?.user.status === 'active'
        ? await ports.database.asSystem(async (client) =>
            (await notePasskeyUse(client, key.id, counter, ports.clock.now())) ? openSession(ports, client, person, origin, 'two') : null,
          )
        : null
    if (session) return session
    await countFailure(ports, attempt)
    const owner = key && (await userById(ports.database.system, key.userId))
    await tellTrail(ports, ports.database.system, owner, { action: 'session.refused', result: 'refused', after: { reason: 'passkey' } })
    throw passkeyInvalid()
  }
