import type { Channel } from '@chasqui/contracts'
import { Link2, RotateCw } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { useStateWords } from '../list/state-words.ts'
import { useChannelActs } from './use-channel-acts.ts'

/** Why it does not work now, and the way out. */
export const Trouble = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  const mayManage = useCan('channels.manage')
  const { connect, restart } = useChannelActs(channel)
  const { busy, run } = useAct()
  const words = useStateWords()(channel)
  const { state, stateSince } = channel
  if (words === null) return null
  const off = state === 'disconnected'
  return (
    <Banner
      tone={state === 'error' ? 'danger' : 'warning'}
      className="rounded-control px-3"
      action={
        mayManage &&
        state !== 'connecting' && (
          <Button size="sm" icon={off ? Link2 : RotateCw} busy={busy} onClick={() => void run(off ? connect : restart)}>
            {t(off ? 'act.connect' : 'act.retry')}
          </Button>
        )
      }
    >
      {words} {t('since', { when: format.moment(stateSince) })}
    </Banner>
  )
}
