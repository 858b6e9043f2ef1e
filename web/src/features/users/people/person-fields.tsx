import type { TenantUser } from '@chasqui/contracts'
import { languages } from '#lib/i18n/languages.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { languageNames } from '#ui/language-links.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useRoleName, useRoleOptions } from '../use-role-name.ts'
import { SkillFields } from './skill-fields.tsx'

export type Draft = {
  name: string
  role: string
  status: TenantUser['status']
  capacity: string
  language: '' | NonNullable<TenantUser['language']>
  skills: TenantUser['skills']
}

export const draftOf = ({ name, role, status, capacity, language, skills }: TenantUser): Draft => ({
  name,
  role,
  status,
  skills,
  capacity: String(capacity),
  language: language ?? '',
})

const states = ['active', 'inactive', 'suspended'] as const

export const PersonFields = ({ draft, onChange, checked }: { draft: Draft; onChange: (draft: Draft) => void; checked: boolean }) => {
  const { t } = useTexts('users')
  const roleName = useRoleName()
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  const roleOptions = useRoleOptions()
  const offered = roleOptions.some(({ value }) => value === draft.role) ? roleOptions : [...roleOptions, { value: draft.role, label: roleName(draft.role) }]
  return (
    <>
      <TextField
        label={t('field.name')}
        hint={t('field.name_hint')}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        error={checked && !draft.name.trim() ? t('missing') : null}
        maxLength={200}
      />
      <SelectField label={t('field.role')} value={draft.role} options={offered} onChange={(role) => change({ role })} />
      <SelectField
        label={t('field.status')}
        hint={t(`status_hint.${draft.status}`)}
        value={draft.status}
        options={states.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(status) => change({ status })}
      />
      <SelectField
        label={t('field.capacity')}
        hint={t('field.capacity_hint')}
        value={draft.capacity}
        options={Array.from({ length: 101 }, (_, value) => ({ value: String(value), label: String(value) }))}
        onChange={(capacity) => change({ capacity })}
      />
      <SelectField
        label={t('field.language')}
        hint={t('field.language_hint')}
        value={draft.language}
        options={[{ value: '', label: t('business_language') }, ...languages.map((value) => ({ value, label: languageNames[value] }))]}
        onChange={(language) => change({ language })}
      />
      <SkillFields skills={draft.skills} onChange={(skills) => change({ skills })} checked={checked} />
    </>
  )
}
