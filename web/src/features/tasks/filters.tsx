import { useTexts } from '#lib/i18n/texts.ts'
import { useUser } from '#lib/session.ts'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useAssignees } from './use-assignees.ts'

/** What the address of the page narrows it to: nothing is one's own open tasks. `of`: nobody's, everybody's, or those of a member. */
export type TasksSearch = { of?: string; show?: 'cancelled' }

type Whose = 'me' | 'nobody' | 'all'

/** Whose tasks, of whom of them, and whether those that were cancelled. */
export const Filters = ({ search, onChange }: { search: TasksSearch; onChange: (search: TasksSearch) => void }) => {
  const { t } = useTexts('tasks')
  const me = useUser().id
  const others = useAssignees().filter(({ value }) => value !== '' && value !== me)
  const whose: Whose = search.of === undefined ? 'me' : search.of === 'nobody' ? 'nobody' : 'all'
  const choose = (next: Whose) => onChange({ ...(search.show && { show: search.show }), ...(next !== 'me' && { of: next }) })
  return (
    <div className="mt-3 flex flex-wrap items-end gap-2">
      <Segmented
        label={t('whose.label')}
        value={whose}
        onChange={choose}
        options={[
          { value: 'me', label: t('whose.me') },
          { value: 'nobody', label: t('whose.nobody') },
          { value: 'all', label: t('whose.all') },
        ]}
      />
      <div className="flex flex-1 flex-wrap justify-end gap-2">
        {whose === 'all' && others.length > 0 && (
          <SelectField
            label={t('whose.of')}
            className="w-52 max-tablet:flex-1"
            value={search.of ?? 'all'}
            options={[{ value: 'all', label: t('whose.everybody') }, ...others]}
            onChange={(of) => onChange({ ...search, of })}
          />
        )}
        <SelectField
          label={t('show.label')}
          className="w-52 max-tablet:flex-1"
          value={search.show ?? ''}
          options={[
            { value: '', label: t('show.open') },
            { value: 'cancelled', label: t('show.cancelled') },
          ]}
          onChange={(show) => onChange({ ...(search.of && { of: search.of }), ...(show && { show }) })}
        />
      </div>
    </div>
  )
}
