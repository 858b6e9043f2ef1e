import type { AuditRecord } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { useActionText } from './action-text.ts'

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const Facts = ({ title, facts }: { title: string; facts: AuditRecord['before'] }) => {
  const { t } = useTexts('audit')
  const entries = Object.entries(facts ?? {})
  return (
    <div className="min-w-0">
      <h3 className="text-xs font-semibold text-fg-2">{title}</h3>
      {entries.length === 0 && <p className="text-sm text-fg-3">{t('record.nothing')}</p>}
      <dl className="text-sm">
        {entries.map(([name, value]) => (
          <div key={name} className="flex gap-2">
            <dt className="shrink-0 text-fg-2">{name}</dt>
            <dd className="min-w-0 break-words">{shown(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** One act; opens what it changed, and from where. */
export const RecordRow = ({ record }: { record: AuditRecord }) => {
  const { t } = useTexts('audit')
  const format = useFormat()
  const tenant = useTenant()
  const text = useActionText()
  const { actor, subject } = record
  return (
    <li className="border-b border-line">
      <details>
        <summary className="grid cursor-pointer grid-cols-2 gap-x-3 px-4 py-2 text-sm hover:bg-surface-2 laptop:grid-cols-[170px_180px_1fr_160px]">
          <time dateTime={record.at} className="text-fg-2 tabular">
            {format.fullTime(record.at)}
          </time>
          <span className="truncate font-medium max-laptop:text-right">{actor.name ?? t(`doer.${actor.kind}`)}</span>
          <span className="max-laptop:col-span-2">
            {text(record.action)}
            {record.result === 'refused' && (
              <span className="ml-2 rounded-chip bg-danger-subtle px-1.5 text-xs text-on-danger-subtle">{t('result.refused')}</span>
            )}
          </span>
          <span className="truncate text-fg-2 max-laptop:hidden">{record.address}</span>
        </summary>
        <div className="grid gap-3 bg-surface-2 px-4 py-3 tablet:grid-cols-2">
          <Facts title={t('record.before')} facts={record.before} />
          <Facts title={t('record.after')} facts={record.after} />
          <p className="text-xs break-all text-fg-2 tablet:col-span-2">
            {t('record.origin', { seq: record.seq, address: record.address ?? '–', agent: record.agent ?? '–', request: record.requestId ?? '–' })}
          </p>
          {subject?.kind === 'conversation' && subject.id && (
            <Link
              to="/a/$tenant/inbox/$view/$conversationId"
              params={{ tenant: tenant.slug, view: 'all', conversationId: subject.id }}
              className="text-sm font-medium text-primary underline"
            >
              {t('record.open')}
            </Link>
          )}
        </div>
      </details>
    </li>
  )
}
