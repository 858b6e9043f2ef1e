import type { LinkResult } from '@chasqui/flow/steps/media/fetched'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { type AwaitedLink, standIn } from './links.ts'

type AwaitedLinkBarProps = { link: AwaitedLink; onAnswer: (result: LinkResult) => void }

/** The flow waits for a file that lies elsewhere. Nothing is fetched here: whether it comes is up to whoever tries. */
export const AwaitedLinkBar = ({ link, onAnswer }: AwaitedLinkBarProps) => {
  const { t } = useTexts('flows')
  return (
    <div role="group" aria-label={t('test.fetches')} className="flex flex-wrap items-center gap-1.5 bg-info-subtle px-3 py-2 text-sm text-on-info-subtle">
      <p role="status" className="w-full">
        {t('test.fetches')} <span className="block text-xs wrap-anywhere">{link.link.url}</span>
      </p>
      <Button size="sm" onClick={() => onAnswer(standIn(link))}>
        {t('test.file_comes')}
      </Button>
      <Button size="sm" onClick={() => onAnswer({ error: 'not_found' })}>
        {t('test.file_missing')}
      </Button>
    </div>
  )
}
