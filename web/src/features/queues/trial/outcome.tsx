import type { RoutingTrial } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { RoutingWhy } from '#ui/routing-why.tsx'
import type { Names } from '../names.ts'

/** Each queue with its verdict, the one that takes it, and how the person was found. */
export const Outcome = ({ trial: { queues, queue, agent, why }, names }: { trial: RoutingTrial; names: Names }) => {
  const { t } = useTexts('queues')
  const nameOf = (id: string) => names.people.find((person) => person.id === id)?.name ?? t('sentence.gone')
  return (
    <div className="flex flex-col gap-3">
      <p className="text-md font-semibold">
        {!queue && t('try.no_queue')}
        {queue && agent && t('try.to_agent', { queue: queue.name, agent: agent.name })}
        {queue && !agent && t('try.to_queue', { queue: queue.name })}
      </p>
      <ol aria-label={t('title')} className="flex flex-col gap-1 text-sm">
        {queues.map(({ id, name, verdict }, at) => (
          <li key={id} className={classNames('flex gap-2', id === queue?.id ? 'font-semibold' : 'text-fg-2')}>
            <span className="text-fg-3 tabular">{at + 1}</span>
            <span className="min-w-0 flex-1">{name}</span>
            <span className="text-right">{t(`try.verdict.${verdict}`)}</span>
          </li>
        ))}
      </ol>
      {why && <RoutingWhy why={why} chosenId={agent?.id ?? null} nameOf={nameOf} />}
    </div>
  )
}
