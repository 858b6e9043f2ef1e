import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { sayProblem } from '#ui/toast.tsx'
import { rowsKey } from '../cache/conversation-cache.ts'
import type { ListFilter } from '../cache/list-filter.ts'
import { clearNews, useNews } from '../cache/news.ts'
import { renewList } from '../cache/use-conversation-list.ts'

/** What is new waits here; pressing it puts the list in order again. */
export const NewBar = ({ filter, onShown }: { filter: ListFilter; onShown: () => void }) => {
  const { t } = useTexts('inbox')
  const { fresh, stirred } = useNews(JSON.stringify(rowsKey(filter)))
  const [busy, setBusy] = useState(false)
  const show = async () => {
    setBusy(true)
    try {
      await renewList(filter)
      clearNews()
      onShown()
    } catch {
      sayProblem(t('list.not_renewed'))
    }
    setBusy(false)
  }
  // The region stands before the words come, or screen readers would not say them; inside of a button they never would.
  return (
    <div role="status" className="flex shrink-0 flex-col">
      {fresh + stirred > 0 && (
        <button
          type="button"
          disabled={busy}
          onClick={() => void show()}
          className="h-8 border-b border-line bg-primary-subtle text-sm font-semibold text-on-primary-subtle -outline-offset-2 hover:underline touch:h-11"
        >
          {fresh > 0 ? t('list.new', { count: fresh }) : t('list.stirred', { count: stirred })}
        </button>
      )}
    </div>
  )
}
