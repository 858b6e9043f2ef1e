import { X } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { type FilterWords, named } from '../address/filter-words.ts'
import type { InboxAddress } from '../address/use-inbox-address.ts'
import { useFilterLabel } from './filter-label.ts'

/** The filters in force, each to take off; what the address says and nothing is called so is not among them. */
export const FilterChips = ({ address }: { address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const { words, meant } = address
  const labelOf = useFilterLabel(meant)
  const inForce = (Object.keys(words) as (keyof FilterWords)[]).filter((name) => !named.some((kind) => kind === name && !meant.items[kind]))
  if (inForce.length === 0) return null
  return (
    <div role="group" aria-label={t('filter.label')} className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-3 py-2">
      {inForce.map((name) => {
        const label = labelOf(name, words)
        return (
          <button
            key={name}
            type="button"
            aria-label={t('filter.take_off', { filter: label })}
            onClick={() => address.narrow({ [name]: undefined })}
            className="flex h-7 max-w-full min-w-0 items-center gap-1 rounded-full bg-primary-subtle pr-2 pl-2.5 text-xs font-medium text-on-primary-subtle hover:underline touch:h-10"
          >
            <span className="truncate">{label}</span>
            <X size={14} strokeWidth={2} className="shrink-0" aria-hidden />
          </button>
        )
      })}
      {inForce.length > 1 && (
        <Button look="quiet" size="sm" onClick={address.clear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}
