import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { AuditSearch } from './audit-search.ts'

const kinds = [
  'conversation',
  'message',
  'contact',
  'channel',
  'flow',
  'session',
  'password',
  'profile',
  'business',
  'outbox',
  'dead_letter',
  'file',
  'tag',
  'simulator',
  'audit',
] as const

type FiltersProps = { search: AuditSearch; onChange: (parts: { [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined }) => void }

export const Filters = ({ search, onChange }: FiltersProps) => {
  const { t } = useTexts('audit')
  return (
    <div className="grid grid-cols-2 items-end gap-3 laptop:grid-cols-5">
      <TextField
        label={t('filter.words')}
        type="search"
        value={search.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
        className="max-laptop:col-span-2"
      />
      <SelectField
        label={t('filter.about')}
        value={search.action ?? ''}
        options={[{ value: '', label: t('filter.all') }, ...kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]}
        onChange={(action) => onChange({ action: action || undefined })}
      />
      <SelectField
        label={t('filter.result')}
        value={search.result ?? ''}
        options={[
          { value: '', label: t('filter.all') },
          { value: 'done', label: t('result.done') },
          { value: 'refused', label: t('result.refused') },
        ]}
        onChange={(result) => onChange({ result: result || undefined })}
      />
      <TextField label={t('filter.from')} type="date" value={search.from ?? ''} onChange={(event) => onChange({ from: event.target.value || undefined })} />
      <TextField label={t('filter.to')} type="date" value={search.to ?? ''} onChange={(event) => onChange({ to: event.target.value || undefined })} />
    </div>
  )
}
