import { ownProfileRoutes } from '@chasqui/contracts/http/own-profile'
import { ImageUp } from 'lucide-react'
import { useRef } from 'react'
import type { ApiProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { refreshSession, usePhoto, useUser } from '#lib/session.ts'
import { sendFile } from '#lib/upload-file.ts'
import { useAct } from '#lib/use-act.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { say } from '#ui/toast.tsx'
import { Trouble } from './trouble.tsx'

/** How colleagues see one: a photo, or initials. */
export const PhotoField = () => {
  const { t } = useTexts('identity')
  const { name } = useUser()
  const photo = usePhoto()
  const { busy, problem, run } = useAct()
  const input = useRef<HTMLInputElement>(null)
  const change = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work()
      await refreshSession()
      say(t('saved'))
    })
  const words = ({ code, status }: ApiProblem) => (code === 'photo.kind' ? t('photo.kind') : status === 413 ? t('photo.too_large') : null)
  return (
    <div className="mb-4 flex flex-col gap-3">
      <div className="flex items-center gap-4">
        <Avatar name={name} photo={photo} size="lg" />
        <div className="flex flex-wrap gap-2">
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            aria-label={t('photo.choose')}
            tabIndex={-1}
            className="sr-only"
            onChange={({ target }) => {
              const file = target.files?.[0]
              target.value = ''
              if (file) change(() => sendFile(ownProfileRoutes.setPhoto, file))
            }}
          />
          <Button icon={ImageUp} busy={busy} onClick={() => input.current?.click()}>
            {t('photo.choose')}
          </Button>
          {photo && (
            <Button look="quiet" disabled={busy} onClick={() => change(() => call(ownProfileRoutes.removePhoto))}>
              {t('photo.remove')}
            </Button>
          )}
        </div>
      </div>
      <Trouble problem={problem} words={words} />
      <p className="text-sm text-fg-3">{t('photo.hint')}</p>
    </div>
  )
}
