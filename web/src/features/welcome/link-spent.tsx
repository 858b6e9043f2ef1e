import { Link } from '@tanstack/react-router'
import { Copy } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { Button, buttonLook } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { EntryFrame } from '#ui/entry-frame.tsx'
import { LanguageLinks } from '#ui/language-links.tsx'

const command = 'npm run cli -- admin link'

/** The key was used or has run out: two ways in, neither of which needs e-mail. */
export const LinkSpent = () => {
  const { t } = useTexts('welcome')
  useTitle(t('spent.title'))
  return (
    <EntryFrame title={t('spent.title')} text={t('spent.text')} footer={<LanguageLinks />}>
      <Link to="/login" className={buttonLook('solid', 'lg', 'w-full')}>
        {t('spent.password')}
      </Link>
      <p className="mt-6 text-sm text-fg-2">{t('spent.command')}</p>
      <div className="mt-2 flex items-center gap-2 rounded-control bg-surface-2 py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 overflow-x-auto font-mono text-sm whitespace-nowrap">{command}</code>
        <Button look="quiet" size="sm" icon={Copy} onClick={() => void copyText(command)}>
          {t('spent.copy')}
        </Button>
      </div>
    </EntryFrame>
  )
}
