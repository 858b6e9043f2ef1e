import type { Conversation, MessageTemplate } from '@chasqui/contracts'
import { useState } from 'react'
import { TemplateForm } from './template-form.tsx'
import { TemplateList } from './template-list.tsx'

/** Templates instead of free text: choose one, fill it in, send it. */
export const TemplatePicker = ({ conversation, draft }: { conversation: Conversation; draft: string }) => {
  const [chosen, setChosen] = useState<MessageTemplate | null>(null)
  if (chosen) return <TemplateForm key={chosen.id} conversation={conversation} template={chosen} draft={draft} onBack={() => setChosen(null)} />
  return <TemplateList channelId={conversation.channel.id} onChoose={setChosen} />
}
