import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { NoticesSection } from './notices-section.tsx'
import { PasskeysSection } from './passkeys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { TwoFactorSection } from './two-factor-section.tsx'

/** The own account: name and language, password, second step, and where one is signed in. */
export const AccountPage = () => {
  const { t } = useTexts('identity')
  useTitle(t('account.title'))
  return (
    <main className="h-full overflow-y-auto px-4 py-6 tablet:px-8">
      <div className="mx-auto flex max-w-2xl flex-col gap-4">
        <h1 className="text-2xl font-semibold">{t('account.title')}</h1>
        <ProfileSection />
        <NoticesSection />
        <PasswordSection />
        <TwoFactorSection />
        <PasskeysSection />
        <SessionsSection />
      </div>
    </main>
  )
}
