import type { Campaign, Queue } from '@chasqui/contracts'
import { queueRoutes } from '@chasqui/contracts/http/queues'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { buttonLook } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { sayProblem } from '#ui/toast.tsx'
import type { Names } from '../names.ts'
import { useProblemWords } from '../problem-words.ts'
import { readQueuesAgain } from '../use-queue-news.ts'
import { inOrder, moved } from './order.ts'
import { QueueRow } from './queue-row.tsx'
import { useSentence } from './use-sentence.ts'

/** The queues of one campaign as ordered sentences; moved by dragging, with buttons, or with Alt and the arrows. */
export const CampaignQueues = ({ campaign, queues, names }: { campaign: Pick<Campaign, 'id' | 'name' | 'state'>; queues: Queue[]; names: Names }) => {
  const { t } = useTexts('queues')
  const tenant = useTenant()
  const mayManage = useCan('campaigns.manage')
  const heading = useId()
  const sentenceOf = useSentence(names)
  const { shown, move, told } = useOrder(queues)
  const dragged = useRef<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const last = shown.filter(({ isDefault }) => !isDefault).length - 1
  const fallback = shown.find(({ isDefault }) => isDefault)?.name ?? ''
  const movesAt = (at: number) => ({
    up: at > 0 ? () => move(at, at - 1) : null,
    down: at < last ? () => move(at, at + 1) : null,
    onDragStart: () => {
      dragged.current = at
    },
    onDragOver: (event: React.DragEvent) => {
      if (dragged.current === null) return
      event.preventDefault()
      setOver(at)
    },
    onDrop: (event: React.DragEvent) => {
      event.preventDefault()
      setOver(null)
      if (dragged.current !== null && dragged.current !== at) move(dragged.current, at)
      dragged.current = null
    },
  })
  return (
    <section aria-labelledby={heading} className="mt-6">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id={heading} className="min-w-0 flex-1 truncate text-md font-semibold">
          {campaign.name}
        </h2>
        {campaign.state !== 'active' && <Chip>{t(`campaign.${campaign.state}`)}</Chip>}
        {mayManage && campaign.state !== 'finished' && (
          <Link
            to="/a/$tenant/settings/queues/$queueId"
            params={{ tenant: tenant.slug, queueId: 'new' }}
            search={{ campaign: campaign.id }}
            aria-label={t('new_in', { name: campaign.name })}
            className={buttonLook('outline', 'sm')}
          >
            <Plus size={16} strokeWidth={1.75} aria-hidden />
            {t('new')}
          </Link>
        )}
      </div>
      {shown.length === 0 ? (
        <p className="mt-2 text-sm text-fg-2">{t('campaign.no_queues')}</p>
      ) : (
        <ol aria-labelledby={heading} className="mt-1 divide-y divide-line border-y border-line">
          {shown.map((queue, at) => (
            <QueueRow
              key={queue.id}
              queue={queue}
              number={at + 1}
              sentence={sentenceOf(queue)}
              moves={mayManage && !queue.isDefault && last > 0 ? movesAt(at) : null}
              marked={over === at}
              fallback={fallback}
            />
          ))}
        </ol>
      )}
      <p role="status" className="sr-only">
        {told}
      </p>
    </section>
  )
}

/** The order is shown at once and stored queue by queue; refused, the stored one comes back. */
const useOrder = (queues: Queue[]) => {
  const { t } = useTexts('queues')
  const { ofProblem } = useProblemWords()
  const [wanted, setWanted] = useState<string[] | null>(null)
  const [told, setTold] = useState('')
  const stored = inOrder(queues)
  const shown = wanted ? stored.toSorted((one, other) => wanted.indexOf(one.id) - wanted.indexOf(other.id)) : stored
  const store = async (order: Queue[]) => {
    try {
      for (const [position, queue] of order.entries())
        if (queue.position !== position) await call(queueRoutes.update, { params: { id: queue.id }, body: { position } })
    } catch (problem) {
      if (!isProblem(problem)) throw problem
      sayProblem(ofProblem(problem))
    }
    await readQueuesAgain()
    setWanted(null)
  }
  const move = (from: number, to: number) => {
    const order = moved(shown, from, to)
    const focused = shown[from]
    setWanted(order.map(({ id }) => id))
    if (focused) {
      setTold(t('row.moved', { name: focused.name, place: to + 1 }))
      // The row is drawn elsewhere: whoever pressed a key stays with it.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-queue="${focused.id}"] a`)?.focus())
    }
    void store(order)
  }
  return { shown, move, told }
}
