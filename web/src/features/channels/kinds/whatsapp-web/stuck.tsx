import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { clockDifference } from '#lib/server-clock.ts'
import { Banner } from '#ui/banner.tsx'
import { roomy } from './late.tsx'

/** ms between the clocks of server and browser from which on one of them is wrong, and not just slow to answer. */
const wrong = 60_000

/** What only the telephone says: the network tells whoever waits to be linked nothing of it. */
const said = ['limit', 'offline', 'clock', 'later'] as const

/** Why linking may not get on, where the network does not say: by what the telephone shows, and by the clocks, which can be compared. */
export const Stuck = () => {
  const { t } = useTexts('whatsapp-web')
  const format = useFormat()
  const difference = Math.abs(clockDifference())
  return (
    <>
      {difference >= wrong && (
        <Banner tone="warning" className={roomy}>
          {t('stuck.differs', { time: format.countdown(Math.round(difference / 1000)) })}
        </Banner>
      )}
      <details className="text-sm">
        <summary className="flex min-h-9 cursor-pointer items-center font-medium text-fg-2 hover:text-fg touch:min-h-11">{t('stuck.title')}</summary>
        <ul className="flex list-disc flex-col gap-2 pt-1 pl-5 text-fg-2">
          {said.map((what) => (
            <li key={what}>{t(`stuck.${what}`)}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
