import { Mic, MicOff, SendHorizontal, Trash2 } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import type { Recorder } from './use-recorder.ts'

const Recording = ({ recorder }: { recorder: Recorder }) => {
  const { t } = useTexts('simulator')
  const { countdown } = useFormat()
  const now = useNow(500) ?? recorder.since
  return (
    <p className="flex flex-1 items-center gap-2 text-sm tabular">
      <Mic size={18} strokeWidth={2} className="text-danger motion-safe:animate-pulse" aria-hidden />
      <output className="sr-only">{t('voice.recording')}</output>
      <span role="timer">{countdown(Math.max(0, Math.floor((now - recorder.since) / 1000)))}</span>
    </p>
  )
}

/** In place of the input while a voice note is being made, or when there is nothing to make it with. */
export const RecorderBar = ({ recorder }: { recorder: Recorder }) => {
  const { t } = useTexts('simulator')
  return (
    <div className="shrink-0 p-2">
      <div className="flex min-h-9 flex-wrap items-center gap-1 rounded-[22px] bg-surface px-1 touch:min-h-11">
        <IconButton icon={Trash2} label={t('voice.discard')} side="top" onClick={recorder.discard} className="rounded-full" />
        {recorder.state === 'recording' && <Recording recorder={recorder} />}
        {recorder.state === 'asking' && <output className="flex-1 text-sm text-fg-2">{t('voice.asking')}</output>}
        {recorder.state === 'absent' && (
          <>
            <output className="flex flex-1 items-center gap-1.5 text-sm text-fg-2">
              <MicOff size={16} strokeWidth={1.75} className="shrink-0" aria-hidden />
              {t('voice.absent')}
            </output>
            <Button size="sm" look="quiet" onClick={recorder.sendSample} autoFocus>
              {t('voice.sample')}
            </Button>
          </>
        )}
        {recorder.state === 'recording' && (
          <IconButton icon={SendHorizontal} label={t('voice.send')} side="top" onClick={recorder.finish} autoFocus className="rounded-full text-primary" />
        )}
      </div>
    </div>
  )
}
