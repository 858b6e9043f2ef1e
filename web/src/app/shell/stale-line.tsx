import { useEffect, useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { connectNow, useConnection } from '#lib/realtime.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'

/** How long the live connection may be away before the screen admits it, in ms. */
const patience = 5000

/** "Reconnecting… data of 14:02": says how old the screen is, and leaves by itself when it has caught up. */
export const StaleLine = () => {
  const { t } = useTexts('app')
  const format = useFormat()
  const { state, since } = useConnection()
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (state === 'connected') return
    const timer = setTimeout(() => setLate(true), Math.max(0, since + patience - Date.now()))
    return () => clearTimeout(timer)
  }, [state, since])
  return (
    state !== 'connected' &&
    late && (
      <Banner
        tone="warning"
        className="border-b border-line"
        action={
          <Button size="sm" onClick={connectNow}>
            {t('stale.try_now')}
          </Button>
        }
      >
        {t(`stale.${state}`, { time: format.clock(since) })}
      </Banner>
    )
  )
}
