import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { buttonLook } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

export const NotFound = () => {
  const { t } = useTexts('app')
  useTitle(t('not_found.title'))
  return (
    <main className="grid h-full place-items-center">
      <EmptyState
        heading="h1"
        icon={Compass}
        title={t('not_found.title')}
        action={
          <Link to="/" className={buttonLook('solid')}>
            {t('not_found.home')}
          </Link>
        }
      >
        {t('not_found.text')}
      </EmptyState>
    </main>
  )
}
