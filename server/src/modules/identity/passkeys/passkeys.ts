import type { Passkey, PasskeyMade } from '@chasqui/contracts'
import { absent, Failure } from '#platform/failure'
import { newId } from '#platform/ids'
import type { Actor } from '../authenticate.ts'
import { sessionEnded } from '../failures.ts'
import type { IdentityPorts } from '../ports.ts'
import { createPasswordProof } from '../prove-password.ts'
import { deletePasskey, insertPasskey, type PasskeyRow, passkeysOf } from '../store/passkeys.ts'
import { userById } from '../store/users.ts'
import { tellTrailOf } from '../tell-trail.ts'
import { isOurChallenge, newChallenge, orNull, patience, siteOf, webauthn } from './ceremony.ts'

/** More than anybody has devices. */
const most = 20

const wire = ({ id, name, createdAt, lastUsedAt }: PasskeyRow): Passkey => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})

const notMade = () => new Failure('invalid', 'auth.passkey_invalid', 'This passkey was not made for this account and site, or too long ago.')

/** Own passkeys. Making one takes the password, so that a session left open gives nobody a key for later. */
export const createPasskeys = (ports: IdentityPorts) => {
  const provePassword = createPasswordProof(ports)
  const { system } = ports.database

  const list = async ({ userId }: Pick<Actor, 'userId'>): Promise<{ items: Passkey[] }> => ({ items: (await passkeysOf(system, userId)).map(wire) })

  const beginToAdd = async ({ userId }: Pick<Actor, 'userId'>, { password }: { password: string }, address: string) => {
    const user = await userById(system, userId)
    if (!user) throw sessionEnded()
    const { rpID } = siteOf(ports)
    await provePassword(user, password, address)
    const known = await passkeysOf(system, userId)
    if (known.length >= most) throw new Failure('conflict', 'auth.passkeys_too_many', `There are ${most} passkeys already.`)
    const { generateRegistrationOptions } = await webauthn()
    return generateRegistrationOptions({
      rpName: 'Chasqui',
      rpID,
      userName: user.email,
      userDisplayName: user.name,
      userID: new TextEncoder().encode(userId),
      challenge: await newChallenge(ports, userId),
      timeout: patience,
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
  }

  const add = async ({ userId }: Pick<Actor, 'userId'>, { name, made }: { name: string; made: PasskeyMade }): Promise<Passkey> => {
    const { origin, rpID } = siteOf(ports)
    const { verifyRegistrationResponse } = await webauthn()
    const checked = await orNull(() =>
      verifyRegistrationResponse({
        response: { ...made, response: { ...made.response, transports: made.response.transports ?? [] }, clientExtensionResults: {} },
        expectedChallenge: isOurChallenge(ports, userId),
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
      }),
    )
    if (!checked?.verified) throw notMade()
    const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential
    const key = { id: newId(), userId, credentialId: id, publicKey: Buffer.from(publicKey), counter, transports, name, createdAt: ports.clock.now() }
    await ports.database.asSystem(async (client) => {
      if (!(await insertPasskey(client, key))) throw notMade()
      await tellTrailOf(ports, client, userId, { action: 'passkey.created', subject: { kind: 'passkey', id: key.id, name } })
    })
    return wire({ ...key, lastUsedAt: null })
  }

  const remove = async ({ userId }: Pick<Actor, 'userId'>, id: string): Promise<void> => {
    await ports.database.asSystem(async (client) => {
      const key = (await passkeysOf(client, userId)).find((one) => one.id === id)
      if (!key || !(await deletePasskey(client, userId, id))) throw absent('passkey')
      await tellTrailOf(ports, client, userId, { action: 'passkey.removed', subject: { kind: 'passkey', id, name: key.name } })
    })
  }

  return { list, beginToAdd, add, remove }
}
