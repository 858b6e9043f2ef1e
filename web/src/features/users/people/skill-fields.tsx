import type { TenantUser } from '@chasqui/contracts'
import { Plus, X } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'

type Skills = TenantUser['skills']
const levels = ['1', '2', '3', '4', '5'] as const
const most = 30

/** What somebody is good at, from 1 (a little) to 5 (best). */
export const SkillFields = ({ skills, onChange, checked }: { skills: Skills; onChange: (skills: Skills) => void; checked: boolean }) => {
  const { t } = useTexts('users')
  const change = (at: number, part: Partial<Skills[number]>) => onChange(skills.map((skill, index) => (index === at ? { ...skill, ...part } : skill)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-sm font-medium text-fg-2">{t('field.skills')}</legend>
      {skills.map((skill, index) => (
        // A skill has no id: its place in the list is what it is known by while it is written.
        <div key={index} className="flex items-end gap-2">
          <TextField
            className="min-w-0 flex-1"
            label={t('field.skill', { number: index + 1 })}
            value={skill.name}
            onChange={(event) => change(index, { name: event.target.value })}
            error={checked && !skill.name.trim() ? t('missing') : null}
            maxLength={60}
          />
          <SelectField
            className="w-20"
            label={t('field.level')}
            value={String(skill.level) as (typeof levels)[number]}
            options={levels.map((value) => ({ value, label: value }))}
            onChange={(level) => change(index, { level: Number(level) })}
          />
          <IconButton icon={X} label={t('skill.remove', { name: skill.name })} onClick={() => onChange(skills.filter((_, position) => position !== index))} />
        </div>
      ))}
      {skills.length < most && (
        <Button size="sm" icon={Plus} className="self-start" onClick={() => onChange([...skills, { name: '', level: 3 }])}>
          {t('skill.add')}
        </Button>
      )}
    </fieldset>
  )
}
