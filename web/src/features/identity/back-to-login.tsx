import { Link } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'

export const BackToLogin = () => {
  const { t } = useTexts('identity')
  return (
    <p className="mt-5 border-t border-line pt-4 text-sm">
      <Link to="/login" className="inline-block min-h-8 font-medium text-primary hover:underline touch:min-h-11">
        {t('to_login')}
      </Link>
    </p>
  )
}
