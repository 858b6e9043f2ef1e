import type { LiveAgent, LiveQueue, LiveTotals, Wall } from '@chasqui/contracts'
import type { ReactNode } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { PresenceDot } from '#ui/presence-dot.tsx'
import { WaitingTime } from '../waiting-time.tsx'
import type { Board } from './boards-of.ts'

/** One board of the wall, in figures that are read from four metres away. */
export const Boards = ({ board, wall }: { board: Board; wall: Wall }) => {
  if (board.kind === 'totals') return <WholeBoard totals={wall.live.totals} />
  if (board.kind === 'agents') return <PeopleBoard agents={board.agents} />
  return (
    <div className={classNames('grid h-full gap-6', board.queues.length === 2 && 'tablet:grid-cols-2', board.queues.length > 2 && 'tablet:grid-cols-3')}>
      {board.queues.map((queue) => (
        <QueueBoard key={queue.id} queue={queue} isAlone={board.queues.length === 1} />
      ))}
    </div>
  )
}

/** One number with its name; `wide` takes the whole width, always or on narrow screens. */
const Figure = ({ label, tone, wide = false, children }: { label: string; tone?: string | false; wide?: boolean | 'narrow'; children: ReactNode }) => (
  <div className={classNames('min-w-0', wide && 'col-span-2', wide === 'narrow' && 'tablet:col-span-1')}>
    <dt className="truncate text-[length:clamp(18px,1.8vw,34px)] leading-tight text-fg-2 [section_&]:text-[length:clamp(18px,1.5vw,34px)]">{label}</dt>
    <dd className={classNames('text-[48px] leading-[1.1] font-semibold whitespace-nowrap tabular tablet:text-[length:clamp(56px,4.4vw,84px)]', tone)}>
      {children}
    </dd>
  </div>
)

const WholeBoard = ({ totals }: { totals: LiveTotals }) => {
  const { t } = useTexts('live')
  const format = useFormat()
  const { waiting, late, atRisk, longestSince, inService, agents, closedToday, abandonedToday, compliance } = totals
  return (
    <dl className="grid h-full grid-cols-2 content-evenly gap-x-6 gap-y-4 tablet:grid-cols-3">
      <Figure label={t('rows.waiting')}>{format.number(waiting)}</Figure>
      <Figure wide="narrow" label={t('totals.longest')}>
        <WaitingTime since={longestSince} />
      </Figure>
      <Figure label={t('rows.late')} tone={late > 0 && 'text-danger'}>
        {format.number(late)}
      </Figure>
      <Figure label={t('rows.at_risk')} tone={atRisk > 0 && 'text-warning'}>
        {format.number(atRisk)}
      </Figure>
      <Figure label={t('rows.in_service')}>{format.number(inService)}</Figure>
      <Figure label={t('totals.available')}>{format.number(agents.available)}</Figure>
      <Figure label={t('totals.level')}>{compliance === null ? '–' : format.percent(compliance)}</Figure>
      <Figure label={t('rows.closed_today')}>{format.number(closedToday)}</Figure>
      <Figure label={t('rows.abandoned_today')}>{format.number(abandonedToday)}</Figure>
    </dl>
  )
}

const QueueBoard = ({ queue, isAlone }: { queue: LiveQueue; isAlone: boolean }) => {
  const { t } = useTexts('live')
  const format = useFormat()
  const { name, isOpen, waiting, longestSince, inService, available, abandonedToday, compliance } = queue
  // Beside other queues a time takes two places; alone there is room for three in a row.
  const wide = isAlone ? 'narrow' : true
  return (
    <section aria-label={name} className="flex min-w-0 flex-col rounded-panel bg-surface p-4 tablet:p-6">
      <h2 className="truncate text-[length:clamp(28px,2.4vw,44px)] leading-tight font-semibold">
        {name}
        {!isOpen && <span className="ml-2 text-lg font-medium text-warning">{t('queue.closed')}</span>}
      </h2>
      <dl className={classNames('grid min-h-0 flex-1 grid-cols-2 content-evenly gap-x-4 gap-y-3', isAlone && 'tablet:grid-cols-3')}>
        <Figure label={t('queue.waiting')} tone={waiting > 0 && available === 0 && 'text-danger'}>
          {format.number(waiting)}
        </Figure>
        <Figure label={t('queue.available')}>{format.number(available)}</Figure>
        <Figure wide={wide} label={t('queue.longest')}>
          <WaitingTime since={longestSince} />
        </Figure>
        <Figure label={t('queue.in_service')}>{format.number(inService)}</Figure>
        <Figure label={t('queue.abandoned')}>{format.number(abandonedToday)}</Figure>
        <Figure wide={wide} label={t('queue.level')}>
          {compliance === null ? '–' : format.percent(compliance)}
        </Figure>
      </dl>
    </section>
  )
}

const PeopleBoard = ({ agents }: { agents: readonly LiveAgent[] }) => {
  const { t } = useTexts('live')
  return (
    <section aria-label={t('agents.title')} className="h-full">
      <ul className="grid h-full content-center gap-4 tablet:grid-cols-3 tablet:gap-6">
        {agents.map(({ id, name, state, reason, since, load, capacity }) => (
          <li key={id} className="min-w-0 rounded-panel bg-surface px-5 py-3">
            <p className="flex items-center gap-3 text-[28px] leading-tight font-semibold">
              <PresenceDot state={state} className="size-5" />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-[40px] tabular tablet:text-[56px]">
                {load}/{capacity}
              </span>
            </p>
            <p className="truncate pb-1 text-[length:clamp(18px,1.6vw,30px)] leading-snug text-fg-2">
              {reason ? t(`reason.${reason}`) : t(`state.${state}`)} · <WaitingTime since={since} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
