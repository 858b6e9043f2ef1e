import { contactRoutes } from '@chasqui/contracts/http/contacts'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useResting } from '#lib/use-resting.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'

export type Chosen = { id: string; name: string }

/** Whom a task is for: sought by name, number or e-mail, and chosen. */
export const ContactField = ({ chosen, error, onChoose }: { chosen: Chosen | null; error: string | null; onChoose: (contact: Chosen | null) => void }) => {
  const { t } = useTexts('tasks')
  const format = useFormat()
  const [sought, setSought] = useState('')
  const q = useResting(sought.trim(), 250)
  const { data } = useQuery({ ...asked(contactRoutes.list, { query: { limit: 6, ...(q && { q }) } }), enabled: chosen === null })
  if (chosen)
    return (
      <div className="flex flex-col gap-1">
        <span className="text-sm font-medium text-fg-2">{t('contact.label')}</span>
        <p className="flex items-center gap-2 rounded-control bg-surface-2 pl-3">
          <span className="min-w-0 flex-1 truncate">{chosen.name}</span>
          <IconButton icon={X} label={t('contact.another')} onClick={() => onChoose(null)} />
        </p>
      </div>
    )
  const nameOf = (name: string | null) => format.name(name ?? '')
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label={t('contact.label')}
        type="search"
        placeholder={t('contact.search')}
        value={sought}
        maxLength={200}
        error={error}
        onChange={({ target }) => setSought(target.value)}
      />
      {data && (
        <ul aria-label={t('contact.found')} className="max-h-48 overflow-y-auto rounded-control border border-line">
          {data.items.map(({ id, name, profileName, phone }) => {
            const shown = nameOf(name ?? profileName ?? phone)
            return (
              <li key={id}>
                <button
                  type="button"
                  className="flex min-h-9 w-full items-center justify-between gap-2 px-3 py-1 text-left text-sm hover:bg-surface-2 touch:min-h-11"
                  onClick={() => onChoose({ id, name: shown })}
                >
                  <span className="min-w-0 truncate">{shown}</span>
                  {phone && <span className="shrink-0 tabular text-fg-3">{format.phone(phone)}</span>}
                </button>
              </li>
            )
          })}
          {data.items.length === 0 && <li className="px-3 py-2 text-sm text-fg-3">{t('contact.none')}</li>}
        </ul>
      )}
    </div>
  )
}
