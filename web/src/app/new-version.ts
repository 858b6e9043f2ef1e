import { text } from '#lib/i18n/texts.ts'
import { sayLasting } from '#ui/toast.tsx'

/** The file that everything begins with; its name changes with every release. */
const entryIn = (html: string): string | undefined => /\/assets\/index-[\w-]+\.js/.exec(html)?.[0]

const isReplaced = async (): Promise<boolean> => {
  const answer = await fetch('/', { cache: 'no-store' }).catch(() => null)
  const entry = answer?.ok ? entryIn(await answer.text()) : undefined
  return entry !== undefined && entry !== entryIn(document.documentElement.outerHTML)
}

const tell = () => sayLasting(text('app:new_version.text'), { label: text('app:new_version.reload'), run: () => location.reload() })

/**
 * A release removes the files of the one before. A page that is still open meets that as a part that cannot be fetched: it says so and goes on
 * working until the person loads it again. Drafts are kept in the browser.
 */
export const watchVersion = (): void =>
  addEventListener('vite:preloadError', () => {
    void isReplaced().then((replaced) => replaced && tell())
  })
