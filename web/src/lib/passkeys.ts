import { passkeyRoutes } from '@chasqui/contracts/http/passkeys'
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { ApiProblem } from './api-problem.ts'
import { call } from './api.ts'
import { enterAs } from './session.ts'

/** Browsers keep passkeys for secure pages with a name; a bare address has none. */
export const passkeysWork = (): boolean => isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname)

/** The person stopped, the device has no key for this site, or it has one already: the browser does not tell which to protect them. */
export const passkeyStopped = 'passkey.stopped'

/** Fetched when the first passkey is used: the login page needs none of it. */
const withDevice = async <Result>(work: (device: typeof import('@simplewebauthn/browser')) => Promise<Result>): Promise<Result> => {
  const device = await import('@simplewebauthn/browser')
  return work(device).catch((error: unknown) => {
    throw error instanceof device.WebAuthnError || error instanceof DOMException ? new ApiProblem({ status: 0, code: passkeyStopped }) : error
  })
}

/** Signs in whoever the device knows; what was typed is not asked for. */
export const signInByPasskey = async (): Promise<void> => {
  const options = (await call(passkeyRoutes.begin)) as unknown as PublicKeyCredentialRequestOptionsJSON
  const used = await withDevice((device) => device.startAuthentication({ optionsJSON: options }))
  await enterAs(await call(passkeyRoutes.signIn, { body: { used, tokenDelivery: 'cookie' } }))
}

/** Makes a key on a device of the person and keeps it under a name. */
export const addPasskey = async ({ password, name }: { password: string; name: string }): Promise<void> => {
  const options = (await call(passkeyRoutes.beginToAdd, { body: { password } })) as unknown as PublicKeyCredentialCreationOptionsJSON
  const made = await withDevice((device) => device.startRegistration({ optionsJSON: options }))
  await call(passkeyRoutes.add, { body: { name, made: { ...made, response: { ...made.response, transports: made.response.transports ?? [] } } } })
}
