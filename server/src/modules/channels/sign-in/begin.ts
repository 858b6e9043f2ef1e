import type { SignInKind } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { SignIn } from '../adapter.ts'
import type { ChannelsPorts } from '../ports.ts'
import { keepSignIn } from './store.ts'

/** Minutes within which the vendor has to send the person back. */
const MINUTES = 10

export const redirectOf = (ports: Pick<ChannelsPorts, 'siteUrl'>): string => `${ports.siteUrl()}/api/channel-sign-ins/callback`

export const signInOf = (ports: Pick<ChannelsPorts, 'adapters'>, kind: SignInKind): SignIn => {
  const signIn = ports.adapters[kind]?.signIn
  if (!signIn) throw new Failure('conflict', 'channel.sign_in_not_set_up', 'This installation has no app at the vendor to sign in with.')
  return signIn
}

/**
 * Where somebody signs in at the vendor. The state names kind and tenant besides its secret, so that whoever comes back too late is still led to the
 * right page; nothing else is believed of that.
 */
export const beginSignIn = async (tx: Tx, ports: ChannelsPorts, { kind, userId }: { kind: SignInKind; userId: string }) => {
  const signIn = signInOf(ports, kind)
  const key = ports.randomSecret()
  const expiresAt = await keepSignIn(tx, ports, { kind, userId, key, grant: null, minutes: MINUTES })
  const state = `${kind}.${await ports.slugOf(tx.tenantId)}.${key}`
  return { address: signIn.address(state, redirectOf(ports)), expiresAt: expiresAt.toISOString() }
}
