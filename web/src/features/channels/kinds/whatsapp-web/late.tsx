import type { Channel } from '@chasqui/contracts'
import { RotateCw } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { useChannelActs } from '../../channel/use-channel-acts.ts'

/** ms without progress after which the screen says so. */
const patience = 40_000

/** Sentences, and a button that goes below them where there is little room. */
export const roomy = 'rounded-control px-3 [&>span]:basis-64'

/** Whether nothing has come since an instant for longer than it takes; looks again each second. */
export const useLate = (since: string): boolean => {
  const now = useNow(1000)
  return now !== null && now - new Date(since).getTime() > patience
}

/** It takes too long, and how to go on. */
export const Late = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('whatsapp-web')
  const { restart } = useChannelActs(channel)
  const { busy, run } = useAct()
  return (
    <Banner
      tone="warning"
      className={roomy}
      action={
        <Button size="sm" icon={RotateCw} busy={busy} onClick={() => void run(restart)}>
          {t('line.again')}
        </Button>
      }
    >
      {t('line.late')}
    </Banner>
  )
}
