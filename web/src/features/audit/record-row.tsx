import type { AuditRecord } from '@chasqui/contracts'
import { ChevronRight } from 'lucide-react'
import { deviceNameOf } from '#lib/device-name.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'
import { useActionText } from './action-text.ts'
import type { AuditChange } from './audit-search.ts'
import { changesOf } from './changes.ts'
import { useFactText } from './fact-text.ts'
import { RecordDetails } from './record-details.tsx'

/** The columns of the table on wide screens; its head has the same. */
export const columns = 'laptop:grid-cols-[20px_130px_minmax(0,180px)_minmax(0,1fr)_minmax(0,170px)]'

/** How many changed fields fit into the line of an act. */
const fit = 2

/** «Role: Agent → Supervisor», of the first few fields. */
const useSummary = () => {
  const { fieldName, valueText } = useFactText()
  return (record: AuditRecord): string =>
    changesOf(record)
      .filter(({ before, after }) => typeof (after ?? before) !== 'object' || Array.isArray(after ?? before))
      .filter(({ name }) => !/Ids?$/.test(name))
      // What something new does not have says nothing.
      .filter(({ before, after }) => before !== undefined || (after !== null && after !== ''))
      .slice(0, fit)
      .map(({ name, before, after }) => {
        const [was, is] = [before === undefined ? null : valueText(name, before), after === undefined ? null : valueText(name, after)]
        return `${fieldName(name)}: ${[was, is].filter((value) => value !== null).join(' → ')}`
      })
      .join(' · ')
}

const Who = ({ actor }: { actor: AuditRecord['actor'] }) => {
  const { t } = useTexts('audit')
  return (
    <span className="min-w-0">
      <span className="block truncate font-medium">{actor.name ?? t(`doer.${actor.kind}`)}</span>
      {actor.onBehalfOf && <span className="block truncate text-xs text-fg-2">{t('record.as', { name: actor.onBehalfOf.name ?? actor.onBehalfOf.id })}</span>}
      {actor.kind === 'key' && <span className="block truncate text-xs text-fg-2">{t('doer.key')}</span>}
    </span>
  )
}

/** One act; opens what it changed, and from where. */
export const RecordRow = ({ record, onFilter }: { record: AuditRecord; onFilter: (parts: AuditChange) => void }) => {
  const { t } = useTexts('audit')
  const format = useFormat()
  const text = useActionText()
  const summary = useSummary()(record)
  // What somebody does to their own account needs no name behind it.
  const named = record.subject?.id === record.actor.id ? null : record.subject?.name
  return (
    <li className="border-b border-line last:border-b-0">
      <details className="group">
        <summary
          className={`grid cursor-pointer list-none grid-cols-[20px_minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-3 py-2.5 text-sm hover:bg-surface-2 [&::-webkit-details-marker]:hidden ${columns}`}
        >
          <ChevronRight size={16} strokeWidth={1.75} className="mt-0.5 text-fg-3 transition-transform group-open:rotate-90" aria-hidden />
          <time dateTime={record.at} className="whitespace-nowrap text-fg-2 tabular max-laptop:order-3 max-laptop:text-xs">
            {`${format.shortDate(record.at)} · ${format.clock(record.at)}`}
          </time>
          <span className="min-w-0 max-laptop:order-2">
            <Who actor={record.actor} />
          </span>
          <span className="min-w-0 max-laptop:order-4 max-laptop:col-span-2 max-laptop:col-start-2">
            <span className="flex flex-wrap items-baseline gap-x-1.5">
              <span>{text(record.action)}</span> {named && <span className="font-medium break-words">{named}</span>}{' '}
              {record.result === 'refused' && <Chip tone="danger">{t('result.refused')}</Chip>}
            </span>
            {summary && <span className="block truncate text-fg-2">{summary}</span>}
          </span>
          <span className="min-w-0 text-fg-2 max-laptop:hidden">
            <span className="block truncate tabular">{[record.address, record.country].filter(Boolean).join(' · ')}</span>
            <span className="block truncate text-xs">{record.agent && deviceNameOf(record.agent)}</span>
          </span>
        </summary>
        <RecordDetails record={record} onFilter={onFilter} />
      </details>
    </li>
  )
}
