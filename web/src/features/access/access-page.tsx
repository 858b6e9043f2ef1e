import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Tabs } from '#ui/tabs.tsx'
import { KeysSection } from './keys/keys-section.tsx'
import { RolesSection } from './roles/roles-section.tsx'

type Part = 'roles' | 'keys'

/** Who may do what: the roles of people, and the keys of programs in the same words. */
export const AccessPage = () => {
  const { t } = useTexts('access')
  const seesKeys = useCan('keys.read')
  const [part, setPart] = useState<Part>('roles')
  useTitle(t('title'))
  const tabs = [{ value: 'roles' as const, label: t('tab.roles') }, ...(seesKeys ? [{ value: 'keys' as const, label: t('tab.keys') }] : [])]
  return (
    <main className="flex h-full flex-col overflow-y-auto p-4 tablet:p-7">
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      <p className="mt-1 max-w-[70ch] text-base text-fg-2">{t('lead')}</p>
      <Tabs label={t('title')} value={part} onChange={setPart} tabs={tabs} className="mt-3 mb-4 shrink-0 border-b border-line" />
      {part === 'roles' ? <RolesSection /> : <KeysSection />}
    </main>
  )
}
