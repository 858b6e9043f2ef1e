import { SignInKind, type SignInTrouble } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import type { ChannelsPorts } from '../ports.ts'
import { redirectOf, signInOf } from './begin.ts'
import { keepSignIn, takeState, type Signing } from './store.ts'

/** Minutes within which the person has to choose. */
const MINUTES = 30

type Brought = { state?: string | undefined; code?: string | undefined; error?: string | undefined }
type Outcome = { signIn: string } | { trouble: SignInTrouble }

const STATE = /^([a-z]+)\.([a-z\d-]{1,100})\.([\w-]{20,100})$/

/**
 * The vendor sends a browser back: where it goes on to, a path of the web app. Nobody is signed in here. What was granted is kept under a new secret that this
 * browser alone is given, and that is of use only to the person who began: neither of them can lead the other's accounts to themselves.
 */
export const comeBack = async (ports: ChannelsPorts, brought: Brought): Promise<string> => {
  const [, word, slug, key] = STATE.exec(brought.state ?? '') ?? []
  const kind = SignInKind.safeParse(word).data
  if (!kind || !slug || !key) throw new Failure('invalid', 'channel.sign_in_unknown', 'Nobody began this here. Go back to the channels and begin again.')
  const signing = await takeState(ports, key)
  const outcome: Outcome = signing?.kind === kind ? await settle(ports, signing, brought) : { trouble: 'expired' }
  return `/a/${slug}/channels/new?${new URLSearchParams({ type: kind, ...outcome })}`
}

const settle = async (ports: ChannelsPorts, signing: Signing, { code, error }: Brought): Promise<Outcome> => {
  if (error === 'access_denied') return { trouble: 'denied' }
  const { tenantId, userId, kind } = signing
  const given = code ? await signInOf(ports, kind).grant(code, redirectOf(ports), ports.io) : { result: 'refused' as const, trouble: 'refused' as const }
  if (given.result === 'refused') {
    ports.log.info({ tenantId, kind, trouble: given.trouble }, 'signing in at a vendor led nowhere')
    return { trouble: given.trouble }
  }
  const reference = ports.randomSecret()
  await ports.database.inTenant(tenantId, (tx) => keepSignIn(tx, ports, { kind, userId, key: reference, grant: given.grant, minutes: MINUTES }))
  return { signIn: reference }
}
