import { bulkRoutes } from '@chasqui/contracts/http/jobs'
import { useQuery } from '@tanstack/react-query'
import { AlarmClock, CircleCheck, MailOpen, Tag, UserRoundPlus, X } from 'lucide-react'
import { useState } from 'react'
import { asked, call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { type ListFilter, queryOf } from '../cache/list-filter.ts'
import { beginJob, selectionOf } from './begin-job.ts'
import { type BulkAct, BulkDialog } from './bulk-dialogs.tsx'
import { clearPicked, pickAll, type Selection } from './selection.ts'

/** What can be done with all that is picked. At the foot of the list, where its coming and going moves no row. */
export const BulkBar = ({ filter, picked }: { filter: ListFilter; picked: Selection }) => {
  const { t } = useTexts('jobs')
  const format = useFormat()
  const [act, setAct] = useState<BulkAct | null>(null)
  const { busy, run } = useAct()
  const mayAssign = useCan('conversations.assign')
  const mayTag = useCan('conversations.tag')
  const mayClose = useCan('conversations.close')
  const count = picked.all ?? picked.ids.length
  const selection = selectionOf(filter, picked)
  return (
    <section aria-label={t('bulk.label')} className="border-t border-line bg-surface p-2">
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 pl-1">
        <p role="status" className="text-sm font-semibold tabular">
          {t('bulk.picked', { count, shown: format.number(count) })}
        </p>
        <AllMatching filter={filter} picked={picked} />
        <IconButton icon={X} size="sm" label={t('bulk.clear')} keys="Esc" className="ml-auto" onClick={clearPicked} />
      </div>
      <div className="mt-1 flex flex-wrap gap-1">
        {mayAssign && <IconButton bordered icon={UserRoundPlus} label={t('bulk.assign')} onClick={() => setAct('assign')} />}
        {mayTag && <IconButton bordered icon={Tag} label={t('bulk.tag')} onClick={() => setAct('tag')} />}
        {mayClose && <IconButton bordered icon={AlarmClock} label={t('bulk.snooze')} onClick={() => setAct('snooze')} />}
        <IconButton
          bordered
          icon={MailOpen}
          label={t('bulk.read')}
          disabled={busy}
          onClick={() => void run(() => beginJob(() => call(bulkRoutes.read, { body: selection })))}
        />
        {mayClose && (
          <Button icon={CircleCheck} className="ml-auto" onClick={() => setAct('close')}>
            {t('bulk.close')}
          </Button>
        )}
      </div>
      {act && <BulkDialog act={act} count={count} selection={selection} onClose={() => setAct(null)} />}
    </section>
  )
}

/** From those that were picked to all that the list holds, which are more than what is on the screen. */
const AllMatching = ({ filter, picked }: { filter: ListFilter; picked: Selection }) => {
  const { t } = useTexts('jobs')
  const format = useFormat()
  const { sort: _, ...query } = queryOf(filter)
  const { data } = useQuery(asked(bulkRoutes.matching, { query }))
  if (picked.all !== null || !data || data.count <= picked.ids.length) return null
  if (data.isMore) return <span className="text-xs text-fg-3">{t('bulk.too_many')}</span>
  return (
    <Button size="sm" look="quiet" onClick={() => pickAll(filter, data.count)}>
      {t('bulk.all', { count: data.count, shown: format.number(data.count) })}
    </Button>
  )
}
