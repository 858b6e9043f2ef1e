import type { Reply } from '@chasqui/contracts'
import { replyRoutes } from '@chasqui/contracts/http/replies'
import { unknownVariables } from '@chasqui/contracts/reply-variables'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type BroughtFile, FilesField } from './files-field.tsx'
import { problemWords } from './problem-words.ts'
import { TextWithVariables } from './text-with-variables.tsx'
import { readRepliesAgain, useFolders } from './use-replies.ts'
import { queueIdOf, useWhose, type Whose } from './whose.ts'

const whoseOf = (reply: Reply | null): Whose => (!reply || reply.scope === 'own' ? 'own' : (reply.queueId ?? 'tenant'))

type Draft = { whose: Whose; shortcut: string; title: string; folder: string; text: string; files: BroughtFile[] }
const draftOf = (reply: Reply | null): Draft => ({
  whose: whoseOf(reply),
  shortcut: reply?.shortcut ?? '',
  title: reply?.title ?? '',
  folder: reply?.folder ?? '',
  text: reply?.text ?? '',
  files: reply?.files.map(({ id, name, size }) => ({ id, name, size })) ?? [],
})

const isShortcut = (text: string) => /^[\p{L}\p{M}\p{N}_-]{1,32}$/u.test(text)
const wrongText = (text: string, files: readonly BroughtFile[]): 'empty' | 'variable_unknown' | null =>
  text.trim() === '' && files.length === 0 ? 'empty' : unknownVariables(text).length > 0 ? 'variable_unknown' : null
const wrongIn = ({ shortcut, title, text, files }: Draft) => ({
  shortcut: !isShortcut(shortcut.trim()),
  title: title.trim() === '',
  text: wrongText(text, files),
})

const save = async (reply: Reply | null, { whose, files, ...draft }: Draft): Promise<void> => {
  const body = { ...draft, shortcut: draft.shortcut.trim(), fileIds: files.map(({ id }) => id) }
  if (whose === 'own') await (reply ? call(replyRoutes.updateOwn, { params: { id: reply.id }, body }) : call(replyRoutes.createOwn, { body }))
  else {
    const shared = { ...body, queueId: queueIdOf(whose) }
    await (reply ? call(replyRoutes.update, { params: { id: reply.id }, body: shared }) : call(replyRoutes.create, { body: shared }))
  }
}

/** A new quick reply, or what one is made of. What is somebody's own stays so. */
export const ReplyDialog = ({ reply, onClose }: { reply: Reply | null; onClose: () => void }) => {
  const { t } = useTexts('replies')
  const form = useId()
  const [draft, setDraft] = useState(() => draftOf(reply))
  const [tried, setTried] = useState(false)
  const [uploading, setUploading] = useState(false)
  const folders = useFolders()
  const whose = useWhose().filter(({ value }) => !reply || (reply.scope === 'own') === (value === 'own'))
  const { busy, problem, run } = useAct({ leaves: true })
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const wrong = wrongIn(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong.shortcut || wrong.title || wrong.text || uploading) return
    void run(async () => {
      await save(reply, draft)
      await readRepliesAgain()
      onClose()
    })
  }
  return (
    <ActDialog
      title={t(reply ? 'change' : 'new')}
      width="lg"
      verb={t(reply ? 'save' : 'add')}
      busy={busy || uploading}
      does={form}
      refusal={problem && problemWords(problem)}
      onClose={onClose}
    >
      <form id={form} onSubmit={submit} noValidate className="grid max-h-[62dvh] gap-3 overflow-y-auto p-1 tablet:grid-cols-2">
        <TextField
          label={t('field.title')}
          value={draft.title}
          maxLength={200}
          error={tried && wrong.title ? t('field.title_missing') : null}
          onChange={({ target }) => set({ title: target.value })}
        />
        <TextField
          label={t('field.shortcut')}
          hint={t('field.shortcut_hint')}
          value={draft.shortcut}
          maxLength={32}
          autoCapitalize="none"
          error={tried && wrong.shortcut ? t('field.shortcut_wrong') : null}
          onChange={({ target }) => set({ shortcut: target.value.replace(/^\//, '') })}
        />
        <SelectField label={t('scope.label')} value={draft.whose} options={whose} disabled={whose.length < 2} onChange={(value) => set({ whose: value })} />
        <div>
          <TextField
            label={t('folder.label')}
            optional={t('optional')}
            value={draft.folder}
            maxLength={60}
            list={`${form}-folders`}
            onChange={({ target }) => set({ folder: target.value })}
          />
          <datalist id={`${form}-folders`}>
            {folders.map((folder) => (
              <option key={folder} value={folder}>
                {folder}
              </option>
            ))}
          </datalist>
        </div>
        <TextWithVariables
          value={draft.text}
          error={tried && wrong.text ? t(`problem.${wrong.text}`) : null}
          onChange={(text) => set({ text })}
          className="tablet:col-span-2"
        />
        <FilesField files={draft.files} onChange={(files) => set({ files })} onUploading={setUploading} className="tablet:col-span-2" />
      </form>
    </ActDialog>
  )
}
