import { Search, X } from 'lucide-react'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import type { InboxAddress } from '../address/use-inbox-address.ts'

/** ms of rest after typing before the list is asked. */
const rest = 250

/** Finds people and numbers in this list. Esc empties it, then leaves; so does leaving it empty. */
export const SearchBox = ({ address, field, onLeave }: { address: InboxAddress; field: RefObject<HTMLInputElement | null>; onLeave: () => void }) => {
  const { t } = useTexts('inbox')
  const asked = address.filter.q ?? ''
  const [text, setText] = useState(asked)
  const mine = useRef(asked)
  const ask = useEffectEvent((words: string) => {
    mine.current = words
    address.change({ q: words || undefined })
  })
  // An address that only follows what was typed here must not put it back: more may have been typed since.
  useEffect(() => {
    if (asked !== mine.current) setText(asked)
    mine.current = asked
  }, [asked])
  useEffect(() => {
    if (text.trim() === asked) return
    const timer = setTimeout(() => ask(text.trim()), rest)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div className="relative mt-1.5">
      <Search size={16} strokeWidth={1.75} className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-fg-3" aria-hidden />
      <input
        ref={field}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('search.hint')}
        aria-label={t('search.label')}
        onKeyDown={(event) => event.key === 'Escape' && (text ? setText('') : onLeave())}
        onBlur={() => !text && onLeave()}
        className={classNames(
          'h-8 w-full rounded-control bg-surface-2 pr-8 pl-8 text-sm [&::-webkit-search-cancel-button]:hidden touch:h-10 touch:text-md',
          text && 'ring-1 ring-line-strong',
        )}
      />
      {text && (
        <button
          type="button"
          aria-label={t('search.clear')}
          onClick={() => (setText(''), field.current?.focus())}
          className="absolute inset-y-0 right-0 grid w-8 place-items-center rounded-control text-fg-3"
        >
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
  )
}
