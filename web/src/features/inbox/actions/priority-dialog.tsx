import type { Conversation } from '@chasqui/contracts'
import { ChevronDown, ChevronsUp, Minus, TriangleAlert } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Dialog } from '#ui/dialog.tsx'
import { priorities } from '../address/filter-words.ts'
import { ChoiceList } from './choice-list.tsx'
import { setPriority } from './mark-acts.ts'

const icons = { low: ChevronDown, normal: Minus, high: ChevronsUp, urgent: TriangleAlert }

export const PriorityDialog = ({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const choose = (value: string) => {
    onClose()
    const chosen = priorities.find((priority) => priority === value)
    if (chosen) void setPriority(conversation, chosen)
  }
  return (
    <Dialog open onClose={onClose} title={t('priority.title')} width="sm">
      <ChoiceList
        label={t('priority.title')}
        onChoose={choose}
        options={priorities.map((value) => ({ value, label: t(`priority.${value}`), icon: icons[value], selected: value === conversation.priority }))}
      />
    </Dialog>
  )
}
