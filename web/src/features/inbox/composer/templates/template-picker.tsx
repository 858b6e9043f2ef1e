import type { Conversation, MessageTemplate } from '@chasqui/contracts'
import { useState } from 'react'
import { TemplateForm } from './template-form.tsx'
import { TemplateList } from './template-list.tsx'
import { useTemplateNews } from './use-templates.ts'

/** Templates instead of free text: choose one, fill it in, send it. */
export const TemplatePicker = ({ conversation, draft }: { conversation: Conversation; draft: string }) => {
  const [chosen, setChosen] = useState<MessageTemplate | null>(null)
  const [cameBack, setCameBack] = useState(false)
  useTemplateNews(conversation.channel.id)
  const back = () => {
    setChosen(null)
    setCameBack(true)
  }
  if (chosen) return <TemplateForm key={chosen.id} conversation={conversation} chosen={chosen} draft={draft} onBack={back} />
  return <TemplateList channelId={conversation.channel.id} takesFocus={cameBack} onChoose={setChosen} />
}
