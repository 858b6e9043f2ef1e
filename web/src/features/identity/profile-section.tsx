import { authRoutes } from '@chasqui/contracts/http/auth'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import type { Language } from '#lib/i18n/languages.ts'
import { chooseLanguage, settleLanguage, useTexts } from '#lib/i18n/texts.ts'
import { refreshSession, useTenant, useUser } from '#lib/session.ts'
import { useSending } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { languageNames } from '#ui/language-links.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'
import { AccountSection } from './account-section.tsx'
import { PhotoField } from './photo-field.tsx'
import { Trouble } from './trouble.tsx'

/** Name and language. Without a language of their own a person reads in that of the business. */
export const ProfileSection = () => {
  const { t } = useTexts('identity')
  const user = useUser()
  const tenant = useTenant()
  const [language, setLanguage] = useState<Language | 'tenant'>(user.language ?? 'tenant')
  const { problem, busy, onSubmit } = useSending(async ({ name = '' }) => {
    const own = language === 'tenant' ? null : language
    await call(authRoutes.profile, { body: { name, language: own } })
    await refreshSession()
    await (own ? chooseLanguage(own, tenant.country) : settleLanguage(null, tenant.locale, tenant.country))
    say(t('saved'))
  })
  const languages = [{ value: 'tenant' as const, label: t('profile.language_tenant') }, ...names]
  return (
    <AccountSection title={t('profile.title')} text={user.email}>
      <PhotoField />
      <form onSubmit={onSubmit} className="flex flex-col gap-4" noValidate>
        <Trouble problem={problem} />
        <TextField
          label={t('profile.name')}
          name="name"
          autoComplete="name"
          defaultValue={user.name}
          maxLength={200}
          error={problem?.fieldErrors.name ? t('error.name') : null}
          required
        />
        <SelectField label={t('profile.language')} value={language} options={languages} onChange={setLanguage} />
        <Button type="submit" look="solid" busy={busy} className="self-start">
          {t('save')}
        </Button>
      </form>
    </AccountSection>
  )
}

const names = (Object.keys(languageNames) as Language[]).map((value) => ({ value, label: languageNames[value] }))
