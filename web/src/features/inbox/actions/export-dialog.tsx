import type { Conversation } from '@chasqui/contracts'
import { conversationExportRoutes, type ExportFormat } from '@chasqui/contracts/http/conversation-export'
import { Braces, FileText, FileType } from 'lucide-react'
import { useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { shownLanguage, useTexts } from '#lib/i18n/texts.ts'
import { saveFile } from '#lib/save-file.ts'
import { Banner } from '#ui/banner.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { why } from './change.ts'
import { ChoiceList } from './choice-list.tsx'

const icons = { pdf: FileType, txt: FileText, json: Braces } satisfies Record<ExportFormat, unknown>
const formats = Object.keys(icons) as ExportFormat[]

/** As what the conversation is saved. */
export const ExportDialog = ({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const save = async (format: ExportFormat) => {
    if (busy) return
    setBusy(true)
    setRefusal(null)
    const language = shownLanguage()
    const query = { format, language: language === 'es-AR' ? 'es' : language }
    const name = `${conversation.contact.name.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim() || 'chat'} ${new Date().toISOString().slice(0, 10)}.${format}`
    try {
      await saveFile(conversationExportRoutes.export, { params: { id: conversation.id }, query }, name)
      onClose()
    } catch (problem) {
      setRefusal(isProblem(problem, 'export.too_long') ? t('export.too_long') : why(problem))
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={onClose} title={t('export.title')} description={t('export.hint')} width="sm">
      <ChoiceList
        label={t('export.title')}
        onChoose={(value) => void save(formats.find((format) => format === value) ?? 'txt')}
        options={formats.map((format) => ({ value: format, label: t(`export.${format}`), hint: t(`export.${format}_hint`), icon: icons[format] }))}
      />
      <p role="status" className="mt-2 min-h-5 px-2 text-sm text-fg-2">
        {busy && t('export.busy')}
      </p>
      {refusal && (
        <Banner tone="danger" className="mt-1 rounded-control px-3">
          {refusal}
        </Banner>
      )}
    </Dialog>
  )
}
