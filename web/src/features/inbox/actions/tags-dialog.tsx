import type { Conversation } from '@chasqui/contracts'
import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useQuery } from '@tanstack/react-query'
import { Plus, Tag as TagIcon } from 'lucide-react'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ChoiceList, type ChoiceOption } from './choice-list.tsx'
import { setTags } from './mark-acts.ts'

/** Most tags of one conversation, as the server allows. */
const most = 20

/** Ticks tags on and off; words that match none make a new one. */
export const TagsDialog = ({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const known = useQuery(asked(conversationRoutes.listTags, { query: { limit: 200 } })).data?.items ?? conversation.tags
  const [chosen, setChosen] = useState(() => conversation.tags.map(({ name }) => name))
  const [words, setWords] = useState('')
  const names = [...new Set([...known.map(({ name }) => name), ...chosen])]
  const made = words.trim()
  const isNew = made !== '' && !names.some((name) => name.toLowerCase() === made.toLowerCase())
  const toggle = (name: string) => setChosen((now) => (now.includes(name) ? now.filter((other) => other !== name) : [...now, name].slice(0, most)))
  const options: ChoiceOption[] = [
    ...names.map((name) => ({ value: name, label: name, icon: TagIcon, selected: chosen.includes(name) })),
    ...(isNew ? [{ value: made, label: t('tags.make', { name: made }), icon: Plus }] : []),
  ]
  const save = () => {
    onClose()
    void setTags(conversation, chosen, known)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('tags.title')}
      width="sm"
      footer={
        <Button look="solid" onClick={save}>
          {t('tags.save')}
        </Button>
      }
    >
      <ChoiceList label={t('tags.title')} search={t('tags.search')} multiple onChoose={toggle} onWords={setWords} options={options} />
    </Dialog>
  )
}
