import type { SignInKind } from '@chasqui/contracts'
import { channelSignInRoutes } from '@chasqui/contracts/http/channel-sign-ins'
import { call } from '#lib/api.ts'
import { useAct } from '#lib/use-act.ts'

/** Leads to the vendor's own page. Whoever comes back by the browser's own button finds everything as it was. */
export const useBeginning = (kind: SignInKind) => {
  const { busy, problem, run } = useAct()
  const begin = () =>
    void run(async () => {
      const { address } = await call(channelSignInRoutes.begin, { body: { kind } })
      location.assign(address)
    })
  return { busy, problem, begin }
}

/** The kinds that people sign in for, of all the kinds that there are. */
export const signInKind = (kind: string): SignInKind | null => (kind === 'messenger' || kind === 'instagram' ? kind : null)
