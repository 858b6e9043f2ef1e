import { hostRoutes } from '@chasqui/contracts/http/host'
import { type ReactNode, useEffect } from 'react'
import { giveBack } from '#lib/borrowed-token.ts'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { queryClient } from '#lib/query-client.ts'
import { disconnect } from '#lib/realtime.ts'
import { serverNow } from '#lib/server-clock.ts'
import { type SignedIn, useSession } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'

type Acting = SignedIn & { impersonation: NonNullable<SignedIn['impersonation']> }

/** Nothing more is asked with a token that is about to end. */
const leave = async () => {
  disconnect()
  await queryClient.cancelQueries()
  await call(hostRoutes.endImpersonation).catch(() => undefined)
  giveBack()
}

const Line = ({ user, impersonation }: Acting) => {
  const { t } = useTexts('app')
  const format = useFormat()
  const now = useNow(1000) ?? serverNow()
  const left = Math.max(0, Math.ceil((new Date(impersonation.expiresAt).getTime() - now) / 1000))
  useEffect(() => {
    if (left === 0) giveBack()
  }, [left === 0])
  return (
    <Banner
      tone="warning"
      className="shrink-0 font-medium max-tablet:px-3"
      action={
        <>
          {/* Outside of the line's words: a clock that is read out every second would drown everything else. */}
          <span role="timer" aria-live="off" aria-label={t('acting.left')} className="font-semibold whitespace-nowrap tabular">
            {format.countdown(left)}
          </span>
          <Button size="sm" onClick={() => void leave()}>
            {t('acting.end')}
          </Button>
        </>
      }
    >
      <span className="line-clamp-3 tablet:line-clamp-2" title={impersonation.reason}>
        {t(impersonation.write ? 'acting.writing' : 'acting.looking', { name: user.name, reason: impersonation.reason })}
      </span>
    </Banner>
  )
}

/** While somebody of the host works as another person, every page stands in a coloured frame under a line that says why and for how long. */
export const ActingAs = ({ children }: { children: ReactNode }) => {
  const state = useSession()
  if (state.status !== 'signed-in' || !state.impersonation) return children
  return (
    <div className="flex h-dvh flex-col border-4 border-warning">
      <Line {...state} impersonation={state.impersonation} />
      <div className="min-h-0 flex-1 *:h-full!">{children}</div>
    </div>
  )
}
