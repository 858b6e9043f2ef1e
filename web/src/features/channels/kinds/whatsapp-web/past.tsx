import type { Channel, ChannelHistory } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useQuery } from '@tanstack/react-query'
import { RotateCw, X } from 'lucide-react'
import { asked, call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/form-section.tsx'
import { Progress } from '#ui/progress.tsx'
import { Refusal } from '../../data/refusal.tsx'
import { readChannelsAgain } from '../../data/use-channels.ts'

/** ms. That a piece came, or is done, is told; while chats are brought one has to ask how many. */
const lookAgainEvery = { running: 2000, else: 10_000 }

const causes = {
  expired: 'past.cause.expired',
  unreadable: 'past.cause.unreadable',
  no_line: 'past.cause.no_line',
  not_fetched: 'past.cause.not_fetched',
} as const
const isCause = (word: string): word is keyof typeof causes => Object.hasOwn(causes, word)

/** Trying again would not help. */
const isFinal = (cause: string | null): boolean => cause === 'expired' || cause === 'unreadable'

const useCause = () => {
  const { t } = useTexts('whatsapp-web')
  return (cause: string | null) => t(cause !== null && isCause(cause) ? causes[cause] : 'past.cause.unknown')
}

/** Why the piece that is worked on is not there yet, and when it is tried again. */
const Waits = ({ waits }: { waits: NonNullable<ChannelHistory['waits']> }) => {
  const { t } = useTexts('whatsapp-web')
  const format = useFormat()
  const causeOf = useCause()
  const now = useNow(1000)
  const left = now === null ? 0 : Math.max(0, Math.ceil((new Date(waits.retryAt).getTime() - now) / 1000))
  return (
    <p className="text-sm text-warning tabular">
      {causeOf(waits.cause)} {left > 0 ? t('line.next', { time: format.countdown(left) }) : t('line.trying')}
    </p>
  )
}

const Told = ({ history }: { history: ChannelHistory }) => {
  const { t } = useTexts('whatsapp-web')
  const format = useFormat()
  const { state, done, chats, messages, since } = history
  const brought = t('past.brought', { chats: format.number(done), messages: format.number(messages) })
  switch (state) {
    case 'running':
      return (
        <>
          <p role="status" className="text-base tabular">
            {chats === 0 ? t('past.opening') : t('past.importing', { done: format.number(done), all: format.number(chats) })}
          </p>
          <Progress label={t('past.title')} value={done} max={Math.max(1, chats)} />
          {history.waits && <Waits waits={history.waits} />}
        </>
      )
    case 'done':
      return (
        <p className="text-base">
          {brought} {t('past.since', { date: format.shortDate(since) })}
        </p>
      )
    case 'cancelled':
      return (
        <p className="text-base">
          {t('past.cancelled')} {brought}
        </p>
      )
    case 'failed':
      return <p className="text-base">{brought}</p>
  }
}

const Acts = ({ id, history }: { id: string; history: ChannelHistory }) => {
  const { t } = useTexts('whatsapp-web')
  const causeOf = useCause()
  const mayManage = useCan('channels.manage')
  const { busy, problem, run } = useAct()
  const act = (route: typeof channelRoutes.cancelHistory | typeof channelRoutes.retryHistory) => async () => {
    await call(route, { params: { id } })
    await readChannelsAgain()
  }
  return (
    <>
      {history.state === 'failed' && (
        <Banner
          tone="warning"
          className="rounded-control px-3"
          action={
            mayManage &&
            !isFinal(history.cause) && (
              <Button size="sm" icon={RotateCw} busy={busy} onClick={() => void run(act(channelRoutes.retryHistory))}>
                {t('line.again')}
              </Button>
            )
          }
        >
          {t('past.failed', { count: history.failed })} {causeOf(history.cause)}
        </Banner>
      )}
      {history.state === 'running' && mayManage && (
        <Button size="sm" icon={X} busy={busy} className="self-start" onClick={() => void run(act(channelRoutes.cancelHistory))}>
          {t('past.cancel')}
        </Button>
      )}
      <Refusal problem={problem} />
    </>
  )
}

/** How it goes with what was said before the number was linked; nothing where the telephone offered none. */
export const Past = ({ channel: { id } }: { channel: Channel }) => {
  const { t } = useTexts('whatsapp-web')
  const { data } = useQuery({
    ...asked(channelRoutes.history, { params: { id } }),
    refetchInterval: ({ state }) => lookAgainEvery[state.data?.history?.state === 'running' ? 'running' : 'else'],
  })
  if (!data?.history) return null
  return (
    <Section title={t('past.title')} hint={t('past.hint')}>
      <Told history={data.history} />
      <Acts id={id} history={data.history} />
    </Section>
  )
}
