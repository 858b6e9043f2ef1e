import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useEditor } from './editor.ts'
import { Section } from './section.tsx'

const most = 20

/** Tags that every conversation of the campaign gets. */
export const TagsSection = () => {
  const { t } = useTexts('campaigns')
  const { draft, change, errorAt, locked } = useEditor()
  const { data } = useQuery(asked(conversationRoutes.listTags, { query: { limit: 200 } }))
  const known = useId()
  const [name, setName] = useState('')
  const has = (wanted: string) => draft.tags.some((tag) => tag.toLowerCase() === wanted.toLowerCase())
  const add = () => {
    const wanted = name.trim()
    setName('')
    if (wanted && !has(wanted)) change({ tags: [...draft.tags, wanted] })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  return (
    <Section title={t('tags.title')} hint={t('tags.hint')}>
      {draft.tags.length > 0 && (
        <ul aria-label={t('tags.title')} className="flex flex-wrap gap-2">
          {draft.tags.map((tag) => (
            <li key={tag} className="inline-flex items-center gap-1 rounded-chip bg-surface-2 pl-2.5 text-sm">
              {tag}
              <IconButton
                icon={X}
                size="sm"
                disabled={locked}
                label={t('tags.remove', { tag })}
                onClick={() => change({ tags: draft.tags.filter((one) => one !== tag) })}
              />
            </li>
          ))}
        </ul>
      )}
      {draft.tags.length < most && !locked && (
        <div className="flex items-end gap-2">
          <TextField
            className="min-w-0 flex-1"
            label={t('tags.add')}
            value={name}
            list={known}
            maxLength={60}
            autoComplete="off"
            error={errorAt('tags')}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <datalist id={known}>
            {(data?.items ?? []).map((tag) => (
              <option key={tag.id}>{tag.name}</option>
            ))}
          </datalist>
          <Button onClick={add} disabled={!name.trim()}>
            {t('add')}
          </Button>
        </div>
      )}
    </Section>
  )
}
