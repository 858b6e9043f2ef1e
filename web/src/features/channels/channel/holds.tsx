import type { SendingHold } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { Play } from 'lucide-react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { say } from '#ui/toast.tsx'
import { Refusal } from '../data/refusal.tsx'
import { readChannelsAgain } from '../data/use-channels.ts'

const stopsAnswers = new Set<SendingHold['holds']>(['everything', 'answers'])

/** What waits by the vendor's word: why, for how long, and what to do about it. */
const Hold = ({ hold: { cause, holds, since, until } }: { hold: SendingHold }) => {
  const { t } = useTexts('channels')
  const format = useFormat({ ticking: true })
  const now = useNow(1000)
  const left = until === null || now === null ? null : Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000))
  return (
    <Banner tone={stopsAnswers.has(holds) ? 'danger' : 'warning'} className="rounded-control px-3">
      {t(`hold.cause.${cause}`)} {t('since', { when: format.moment(since) })}
      {left !== null && <span className="tabular"> {t('guard.left', { time: format.countdown(left) })}</span>}
    </Banner>
  )
}

const LetGo = ({ id }: { id: string }) => {
  const { t } = useTexts('channels')
  const { busy, problem, run } = useAct()
  const resume = async () => {
    await call(channelRoutes.resume, { params: { id } })
    say(t('hold.resumed'))
    await readChannelsAgain()
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="sm" icon={Play} busy={busy} onClick={() => void run(resume)}>
          {t('guard.resume')}
        </Button>
        <p className="min-w-0 flex-1 text-xs text-fg-3">{t('hold.resume_hint')}</p>
      </div>
      <Refusal problem={problem} />
    </>
  )
}

/** Everything that waits by the vendor's word, and the way to try it all the same. */
export const Holds = ({ id, holds, waiting }: { id: string; holds: readonly SendingHold[]; waiting: number }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const mayManage = useCan('channels.manage')
  if (holds.length === 0) return null
  return (
    <>
      {holds.map((hold) => (
        <Hold key={hold.cause} hold={hold} />
      ))}
      <p className="text-sm text-fg-2">{t('hold.waiting', { some: format.number(waiting) })}</p>
      {mayManage && <LetGo id={id} />}
    </>
  )
}
