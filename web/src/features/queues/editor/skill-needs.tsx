import type { SkillNeed } from '@chasqui/contracts'
import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useEditor } from './editor.ts'

const levels = ['1', '2', '3', '4', '5'] as const
const most = 10

/** What agents have to be good at, and how good at least. Skills that people have are offered while typing. */
export const SkillNeeds = ({ legend, needs, onChange }: { legend: string; needs: SkillNeed[]; onChange: (needs: SkillNeed[]) => void }) => {
  const { t } = useTexts('queues')
  const { names, checked, locked } = useEditor()
  const known = useId()
  const put = (at: number, part: Partial<SkillNeed>) => onChange(needs.map((need, index) => (index === at ? { ...need, ...part } : need)))
  return (
    <fieldset className="flex flex-col gap-2" disabled={locked}>
      <legend className="mb-1 text-sm font-medium text-fg-2">{legend}</legend>
      <datalist id={known}>
        {[...new Set(names.people.flatMap(({ skills }) => skills.map(({ name }) => name)))].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      {needs.map((need, at) => (
        // A skill has no id: its place in the list is what it is known by while it is written.
        <div key={at} className="flex items-end gap-2">
          <TextField
            className="min-w-0 flex-1"
            label={t('skill.name', { number: at + 1 })}
            value={need.name}
            list={known}
            maxLength={60}
            autoComplete="off"
            error={checked && !need.name.trim() ? t('skill.missing') : null}
            onChange={({ target }) => put(at, { name: target.value })}
          />
          <SelectField
            className="w-28"
            label={t('skill.level')}
            value={String(need.level) as (typeof levels)[number]}
            options={levels.map((value) => ({ value, label: value }))}
            onChange={(level) => put(at, { level: Number(level) })}
          />
          <IconButton icon={X} label={t('skill.remove', { number: at + 1 })} onClick={() => onChange(needs.filter((_, index) => index !== at))} />
        </div>
      ))}
      {needs.length < most && !locked && (
        <Button
          icon={Plus}
          className="self-start"
          aria-label={t('skill.add_to', { list: legend })}
          onClick={() => onChange([...needs, { name: '', level: 1 }])}
        >
          {t('skill.add')}
        </Button>
      )}
    </fieldset>
  )
}
