import type { HiddenField, Reach } from '@chasqui/contracts'
import { hideableFields, isWider } from '@chasqui/contracts/reach'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSight } from '#lib/session.ts'
import { SelectField } from '#ui/select-field.tsx'

export type Sight<Far extends Reach = Reach> = { reach: Far; hides: readonly HiddenField[] }
type Props<Far extends Reach> = { reaches: readonly Far[]; sight: Sight<Far>; onChange: (sight: Sight<Far>) => void }

/** How far permissions go and what stays hidden. Nobody gives more sight than their own, so that it cannot be chosen. */
export const SightFields = <Far extends Reach>({ reaches, sight, onChange }: Props<Far>) => {
  const { t } = useTexts('access')
  const own = useSight()
  const reachWords = (reach: Reach) => t(`reach.${reach}`)
  const reachHint = (reach: Reach) => t(`reach.hint.${reach}`)
  const offered = reaches.filter((reach) => reach === sight.reach || !isWider(reach, own.reach))
  const toggle = (field: HiddenField) =>
    onChange({ ...sight, hides: sight.hides.includes(field) ? sight.hides.filter((one) => one !== field) : [...sight.hides, field] })
  const narrowed = sight.reach !== 'all' || sight.hides.length > 0
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label={t('reach.label')}
        hint={reachHint(sight.reach)}
        value={sight.reach}
        onChange={(reach) => onChange({ ...sight, reach })}
        options={offered.map((reach) => ({ value: reach, label: reachWords(reach) }))}
      />
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('hides.label')}</legend>
        {hideableFields.map((field) => (
          <label key={field} className="flex min-h-9 items-center gap-2.5 rounded-control px-2 py-1 hover:bg-surface-2 touch:min-h-11">
            <input
              type="checkbox"
              checked={sight.hides.includes(field)}
              disabled={own.hides.includes(field) && sight.hides.includes(field)}
              onChange={() => toggle(field)}
              className="size-4 shrink-0 accent-primary"
            />
            <span className="text-base">{t(`hides.${field}`)}</span>
          </label>
        ))}
      </fieldset>
      {narrowed && <p className="text-sm text-fg-2">{t('reach.closes')}</p>}
    </div>
  )
}
