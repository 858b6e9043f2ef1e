import type { AuditRecord } from '@chasqui/contracts'
import { Link, useParams } from '@tanstack/react-router'
import { deviceNameOf } from '#lib/device-name.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import type { AuditChange } from './audit-search.ts'
import { changesOf } from './changes.ts'
import { useFactText } from './fact-text.ts'

/** Each changed field with what it was and what it is. */
const Changes = ({ record }: { record: AuditRecord }) => {
  const { t } = useTexts('audit')
  const { fieldName, valueText } = useFactText()
  const changes = changesOf(record)
  if (changes.length === 0) return <p className="text-sm text-fg-2">{t('record.nothing')}</p>
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface" tabIndex={0} role="group" aria-label={t('record.changes')}>
      <table className="w-full text-left text-sm">
        <thead className="text-xs text-fg-2">
          <tr className="border-b border-line">
            {(['field', 'before', 'after'] as const).map((column) => (
              <th key={column} scope="col" className="px-3 py-1.5 font-semibold">
                {t(`record.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ name, before, after }) => (
            <tr key={name} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="px-3 py-1.5 font-medium">
                {fieldName(name)}
              </th>
              <td className="min-w-28 px-3 py-1.5 break-words text-fg-2">{before === undefined ? '' : valueText(name, before)}</td>
              <td className="min-w-28 px-3 py-1.5 break-words">{after === undefined ? '' : valueText(name, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Origin = ({ record }: { record: AuditRecord }) => {
  const { t } = useTexts('audit')
  const format = useFormat()
  const { actor, subject } = record
  const facts: [label: string, value: string | null | undefined][] = [
    [t('origin.seq'), String(record.seq)],
    [t('origin.at'), format.fullTime(record.at)],
    [t('origin.actor'), actor.id],
    [t('origin.as'), actor.onBehalfOf?.id],
    [t('origin.subject'), subject?.id],
    [t('origin.address'), [record.address, record.country].filter(Boolean).join(' · ')],
    [t('origin.device'), record.agent && `${deviceNameOf(record.agent)} (${record.agent})`],
    [t('origin.request'), record.requestId],
    [t('origin.hash'), record.hash],
  ]
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs text-fg-2">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="font-semibold">{label}</dt>
            <dd className="break-all tabular">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const linkLook = 'text-sm font-medium text-primary underline'

/** What an act changed, from where, and ways on from it. */
export const RecordDetails = ({ record, onFilter }: { record: AuditRecord; onFilter: (parts: AuditChange) => void }) => {
  const { t } = useTexts('audit')
  const { tenant } = useParams({ strict: false })
  const { actor, subject } = record
  const conversationId = subject?.kind === 'conversation' ? subject.id : null
  return (
    <div className="grid gap-3 bg-surface-2 px-3 py-3 laptop:pl-11">
      <Changes record={record} />
      <Origin record={record} />
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {tenant && conversationId && (
          <Link to="/a/$tenant/inbox/$view/$conversationId" params={{ tenant, view: 'all', conversationId }} className={linkLook}>
            {t('record.open')}
          </Link>
        )}
        {subject?.id && (
          <button type="button" className={linkLook} onClick={() => onFilter({ subjectId: subject.id ?? undefined })}>
            {t('record.all_about')}
          </button>
        )}
        {actor.id && (
          <button type="button" className={linkLook} onClick={() => onFilter({ actorId: actor.id ?? undefined })}>
            {t('record.all_by')}
          </button>
        )}
      </div>
    </div>
  )
}
