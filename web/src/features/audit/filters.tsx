import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useResting } from '#lib/use-resting.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { AuditChange, AuditSearch } from './audit-search.ts'
import { kinds } from './kinds.ts'
import type { TrailSource } from './trail-source.ts'

/** ms of rest in typing before the trail is searched. */
const restMs = 250

type FiltersProps = { source: TrailSource; search: AuditSearch; onChange: (parts: AuditChange) => void; onClear: () => void }

/** Members to choose from; somebody else who was chosen in a record stays in the list without a name. */
const usePeople = (source: TrailSource, chosen: string | undefined) => {
  const { t } = useTexts('audit')
  const mayRead = useCan('users.read')
  const { data } = useQuery({ ...asked(userRoutes.list, { query: { limit: 200 } }), enabled: mayRead && source.of === 'tenant' })
  const people = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const stranger = chosen && !people.some(({ value }) => value === chosen) ? [{ value: chosen, label: t('filter.chosen') }] : []
  return [{ value: '', label: t('filter.everybody') }, ...people, ...stranger]
}

/** The words that are searched for, once they rest. */
const useSearchWords = (search: AuditSearch, onChange: FiltersProps['onChange']) => {
  const [typed, setTyped] = useState(search.q ?? '')
  const rested = useResting(typed.trim(), restMs)
  useEffect(() => {
    if (rested !== (search.q ?? '')) onChange({ q: rested || undefined })
    // Only what was typed leads to a search: the address also changes by other filters.
  }, [rested])
  return [typed, setTyped] as const
}

/** By person, kind of act, result, days and words; each stands in the address. */
export const Filters = ({ source, search, onChange, onClear }: FiltersProps) => {
  const { t } = useTexts('audit')
  const people = usePeople(source, search.actorId)
  const [typed, setTyped] = useSearchWords(search, onChange)
  const group = search.action?.split('.')[0] ?? ''
  const { tab: _, ...set } = search
  return (
    <div className="grid grid-cols-2 items-end gap-3 laptop:grid-cols-[minmax(0,1.4fr)_repeat(5,minmax(0,1fr))]">
      <TextField
        label={t('filter.words')}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={200}
        className="max-laptop:col-span-2"
      />
      <SelectField
        label={t('filter.person')}
        value={search.actorId ?? ''}
        options={people}
        onChange={(actorId) => onChange({ actorId: actorId || undefined })}
      />
      <SelectField
        label={t('filter.about')}
        value={group}
        options={[{ value: '', label: t('filter.all') }, ...kinds.map((kind) => ({ value: kind as string, label: t(`kind.${kind}`) }))]}
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
        className="max-laptop:col-span-2"
      />
      <TextField label={t('filter.from')} type="date" value={search.from ?? ''} onChange={(event) => onChange({ from: event.target.value || undefined })} />
      <TextField label={t('filter.to')} type="date" value={search.to ?? ''} onChange={(event) => onChange({ to: event.target.value || undefined })} />
      {Object.keys(set).length > 0 && (
        <div className="col-span-full flex flex-wrap items-center gap-3">
          {search.subjectId && <span className="text-sm text-fg-2">{t('filter.one_subject')}</span>}
          <Button size="sm" icon={X} onClick={onClear}>
            {t('filter.clear')}
          </Button>
        </div>
      )}
    </div>
  )
}
