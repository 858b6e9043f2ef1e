import type { Channel } from '@chasqui/contracts'
import { CloudOff, Link2, RotateCw, Trash2, type LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/form-section.tsx'
import { usePublishedFlows } from '../data/published-flows.ts'
import { formOf } from '../kinds/index.ts'
import { useStatus } from './health.tsx'
import { Sure } from './sure.tsx'
import { useChannelActs } from './use-channel-acts.ts'

type ActProps = { title: string; verb: string; icon: LucideIcon; look?: 'outline' | 'danger'; busy?: boolean; does: () => void; children: ReactNode }

/** One thing that can be done, and what comes of it. */
const Act = ({ title, verb, icon, look = 'outline', busy = false, does, children }: ActProps) => (
  <Section title={title}>
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-56 flex-1 text-sm text-fg-2">{children}</div>
      <Button icon={icon} look={look} busy={busy} onClick={does}>
        {verb}
      </Button>
    </div>
  </Section>
)

/** What is not there any more without the channel, as far as it is known. */
const Lost = ({ channel: { id, flowId, kind } }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const { data } = useStatus(id)
  const flow = usePublishedFlows().find(({ value }) => value === flowId)
  const isLinked = formOf({ kind, settings: {} })?.Line !== undefined
  const lost = [
    ...(data && data.queued > 0 ? [t('danger.lost.queued', { count: data.queued, some: format.number(data.queued) })] : []),
    t(isLinked ? 'danger.lost.line' : 'danger.lost.account'),
    ...(flow ? [t('danger.lost.flow', { flow: flow.label })] : []),
    t('danger.lost.service'),
  ]
  return (
    <>
      <p>{t('danger.lost.title')}</p>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
        {lost.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="mt-2">{t('danger.lost.kept')}</p>
    </>
  )
}

/** What interrupts a channel or ends it, each with what comes of it. */
export const Danger = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const { connect, restart } = useChannelActs(channel)
  const { busy, run } = useAct()
  const [asking, setAsking] = useState<'disconnect' | 'remove' | null>(null)
  const isLinked = formOf(channel)?.Line !== undefined
  const isOff = channel.state === 'disconnected'
  return (
    <>
      {isOff ? (
        <Act title={t('act.connect')} verb={t('act.connect')} icon={Link2} busy={busy} does={() => void run(connect)}>
          {t('danger.connect')}
        </Act>
      ) : (
        <>
          <Act title={t('act.restart')} verb={t('act.restart')} icon={RotateCw} busy={busy} does={() => void run(restart)}>
            {t(isLinked ? 'danger.restart_line' : 'danger.restart')}
          </Act>
          <Act title={t('act.disconnect')} verb={t('act.disconnect')} icon={CloudOff} does={() => setAsking('disconnect')}>
            {t(isLinked ? 'act.disconnect_line_text' : 'act.disconnect_text')}
          </Act>
        </>
      )}
      <Act title={t('act.remove')} verb={t('act.remove')} icon={Trash2} look="danger" does={() => setAsking('remove')}>
        <Lost channel={channel} />
      </Act>
      {asking && <Sure act={asking} channel={channel} onClose={() => setAsking(null)} />}
    </>
  )
}
