import type { Conversation } from '@chasqui/contracts'
import { Paperclip } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTakeFiles } from './use-take-files.ts'

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')

/**
 * Files dropped anywhere on a conversation are attached to it. Where nothing can be attached they are refused, and never opened in place of the product,
 * which would lose what was being written.
 */
export const useFileDrop = (conversation: Conversation) => {
  const take = useTakeFiles(conversation)
  const [over, setOver] = useState(false)
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = take ? 'copy' : 'none'
        setOver(take !== null)
      },
      onDragLeave: (event: DragEvent) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(false)
        take?.(event.dataTransfer.files)
      },
    },
  }
}

/** Lies over the conversation while files are held over it. */
export const DropCurtain = ({ name }: { name: string }) => {
  const { t } = useTexts('inbox')
  return (
    <div className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-panel border-2 border-dashed border-primary bg-primary-subtle/95 text-on-primary-subtle">
      <p className="flex items-center gap-2 text-lg font-semibold">
        <Paperclip size={22} strokeWidth={1.75} aria-hidden />
        {t('attach.drop', { name })}
      </p>
    </div>
  )
}
