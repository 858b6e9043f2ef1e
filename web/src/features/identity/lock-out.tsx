import { useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { serverNow } from '#lib/server-clock.ts'
import { Banner } from '#ui/banner.tsx'

/** Too many attempts: says until when, and when it is over. */
export const LockOut = ({ seconds }: { seconds: number | null }) => {
  const { t } = useTexts('identity')
  const format = useFormat()
  const [until] = useState(() => serverNow() + (seconds ?? 60) * 1000)
  const left = Math.ceil((until - (useNow(1000) ?? serverNow())) / 1000)
  if (left <= 0)
    return (
      <Banner tone="info" className="rounded-control px-3">
        {t('lock.over')}
      </Banner>
    )
  return (
    <Banner tone="danger" className="rounded-control px-3">
      {t('lock.until', { time: format.clock(until), left: format.duration(left) })}
    </Banner>
  )
}
