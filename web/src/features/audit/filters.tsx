import { userRoutes } from '@chasqui/contracts/http/users'
import { useQuery } from '@tanstack/react-query'
import { SlidersHorizontal, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { AuditChange, AuditSearch } from './audit-search.ts'
import { kinds } from './kinds.ts'
import type { TrailSource } from './trail-source.ts'

/** ms of rest in typing before the trail is searched. */
const restMs = 250

type FiltersProps = {
  source: TrailSource
  search: AuditSearch
  /** The words to begin with; the field keeps its own from then on. */ words: string
  onChange: (parts: AuditChange) => void
  onClear: () => void
}

/** Members to choose from; somebody else who was chosen in a record stays in the list without a name. */
const usePeople = (source: TrailSource, chosen: string | undefined) => {
  const { t } = useTexts('audit')
  const mayRead = useCan('users.read')
  const { data } = useQuery({ ...asked(userRoutes.list, { query: { limit: 200 } }), enabled: mayRead && source.of === 'tenant' })
  const people = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const stranger = chosen && !people.some(({ value }) => value === chosen) ? [{ value: chosen, label: t('filter.chosen') }] : []
  return [{ value: '', label: t('filter.everybody') }, ...people, ...stranger]
}

/** The words that are searched for, told once they rest. */
const useSearchWords = (first: string, onRest: (words: string) => void) => {
  const [typed, setTyped] = useState(first)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (words: string) => {
    setTyped(words)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onRest(words.trim()), restMs)
  }
  return [typed, type] as const
}

/** By person, kind of act, result, days and words; each stands in the address. On phones all but the words are folded. */
export const Filters = ({ source, search, words, onChange, onClear }: FiltersProps) => {
  const { t } = useTexts('audit')
  const people = usePeople(source, search.actorId)
  const [typed, type] = useSearchWords(words, (q) => onChange({ q: q || undefined }))
  const [open, setOpen] = useState(false)
  const folded = open ? '' : 'max-laptop:hidden'
  const { tab: _, ...set } = search
  return (
    <div className="grid grid-cols-2 items-end gap-3 laptop:grid-cols-[minmax(0,1.4fr)_repeat(5,minmax(0,1fr))]">
      <TextField
        label={t('filter.words')}
        type="search"
        value={typed}
        onChange={(event) => type(event.target.value)}
        maxLength={200}
        className="max-laptop:col-span-2"
      />
      <Button className="col-span-2 laptop:hidden" icon={SlidersHorizontal} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('filter.more')}
      </Button>
      {(source.of === 'tenant' || search.actorId) && (
        <SelectField
          label={t('filter.person')}
          value={search.actorId ?? ''}
          options={people}
          onChange={(actorId) => onChange({ actorId: actorId || undefined })}
          className={folded}
        />
      )}
      <SelectField
        label={t('filter.about')}
        value={search.action?.split('.')[0] ?? ''}
        options={[{ value: '', label: t('filter.all') }, ...kinds.map((kind) => ({ value: kind as string, label: t(`kind.${kind}`) }))]}
        onChange={(action) => onChange({ action: action || undefined })}
        className={folded}
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
        className={classNames('max-laptop:col-span-2', folded)}
      />
      <TextField
        label={t('filter.from')}
        type="date"
        value={search.from ?? ''}
        onChange={(event) => onChange({ from: event.target.value || undefined })}
        className={folded}
      />
      <TextField
        label={t('filter.to')}
        type="date"
        value={search.to ?? ''}
        onChange={(event) => onChange({ to: event.target.value || undefined })}
        className={folded}
      />
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
