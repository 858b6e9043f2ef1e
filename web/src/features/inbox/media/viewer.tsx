import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type KeyboardEvent, type TouchEvent, useRef, useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useFocusReturn } from '#ui/focus-return.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { downloadUrl, useFileUrl } from '../bubbles/contents/use-file-url.ts'
import { type Shown, stepTo, viewing, zoomed } from './viewer-state.ts'

const onDark = 'text-white enabled:hover:bg-white/15 enabled:hover:text-white bg-black/45'
/** Points a finger travels before it means the next one. */
const swipe = 60

/** Pictures and films of the thread over the whole page: arrows, Home and End walk through them, + and - bring them nearer, Esc leaves. */
export const Viewer = ({ shown, all }: { shown: Shown; all: readonly Shown[] }) => {
  const { t } = useTexts('inbox')
  const { remember, onCloseAutoFocus } = useFocusReturn()
  const [zoom, setZoom] = useState(1)
  const touched = useRef<number | null>(null)
  const at = all.findIndex(({ key }) => key === shown.key)
  const now = all[at] ?? shown
  const go = (next: number | null) => {
    const one = next === null ? undefined : all[next]
    if (!one) return
    setZoom(1)
    viewing.set(one)
  }
  const close = () => viewing.set(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLVideoElement && event.key !== 'Escape') return
    if (event.key === '+' || event.key === '=') setZoom(zoomed(zoom, 1))
    else if (event.key === '-') setZoom(zoomed(zoom, -1))
    else if (event.key === '0') setZoom(1)
    else {
      const next = at < 0 ? null : stepTo(event.key, all.length, at)
      if (next === null) return
      go(next)
    }
    event.preventDefault()
  }
  const onTouchEnd = (event: TouchEvent) => {
    const travelled = (event.changedTouches[0]?.clientX ?? 0) - (touched.current ?? 0)
    if (touched.current !== null && zoom === 1 && Math.abs(travelled) > swipe && at >= 0) go(stepTo(travelled < 0 ? 'ArrowRight' : 'ArrowLeft', all.length, at))
    touched.current = null
  }
  const name = now.words || now.file.name || t(`type.${now.kind}`)
  return (
    <Radix.Root open onOpenChange={(open) => !open && close()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-black/95" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            remember()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          onKeyDown={onKeyDown}
          onTouchStart={(event) => void (touched.current = event.touches.length === 1 ? (event.touches[0]?.clientX ?? null) : null)}
          onTouchEnd={onTouchEnd}
          className="fixed inset-0 z-40 flex flex-col text-white outline-none"
        >
          <Head shown={now} name={name} place={at < 0 ? null : { at: at + 1, count: all.length }} zoom={zoom} onZoom={setZoom} onClose={close} />
          <div className="relative grid min-h-0 flex-1 place-items-center overflow-auto p-2 tablet:px-16 tablet:pb-6">
            <Picture key={now.key} shown={now} name={name} zoom={zoom} />
          </div>
          {at > 0 && <Step icon={ChevronLeft} label={t('viewer.previous')} keys="←" side="left-2" onPress={() => go(at - 1)} />}
          {at >= 0 && at < all.length - 1 && <Step icon={ChevronRight} label={t('viewer.next')} keys="→" side="right-2" onPress={() => go(at + 1)} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const Step = ({ icon, label, keys, side, onPress }: { icon: typeof ChevronLeft; label: string; keys: string; side: string; onPress: () => void }) => (
  <div className={`absolute top-1/2 -translate-y-1/2 ${side}`}>
    <IconButton icon={icon} label={label} keys={keys} onClick={onPress} className={onDark} />
  </div>
)

type HeadProps = { shown: Shown; name: string; place: { at: number; count: number } | null; zoom: number; onZoom: (zoom: number) => void; onClose: () => void }

const Head = ({ shown: { file, kind, at }, name, place, zoom, onZoom, onClose }: HeadProps) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { url } = useFileUrl(file)
  const facts = [place && place.count > 1 && t('viewer.place', place), at && format.moment(at), file.size && format.fileSize(file.size)].filter(Boolean)
  return (
    <div className="flex items-center gap-1 px-3 pt-[max(8px,env(safe-area-inset-top))] pb-2">
      <div className="min-w-0 flex-1">
        <Radix.Title className="truncate text-base font-semibold">{name}</Radix.Title>
        <p aria-live="polite" className="truncate text-sm text-white/80 tabular">
          {facts.join(' · ')}
        </p>
      </div>
      {kind === 'image' && (
        <>
          <IconButton icon={ZoomOut} label={t('viewer.smaller')} keys="-" disabled={zoom === 1} onClick={() => onZoom(zoomed(zoom, -1))} className={onDark} />
          <IconButton icon={ZoomIn} label={t('viewer.larger')} keys="+" disabled={zoom === 3} onClick={() => onZoom(zoomed(zoom, 1))} className={onDark} />
        </>
      )}
      {url && (
        <a
          href={downloadUrl(url)}
          download={file.name ?? true}
          aria-label={t('file.download_name', { name })}
          className="grid size-9 shrink-0 place-items-center rounded-control bg-black/45 hover:bg-white/15 touch:size-11"
        >
          <Download size={18} strokeWidth={1.75} aria-hidden />
        </a>
      )}
      <IconButton icon={X} label={t('viewer.close')} keys="Esc" onClick={onClose} className={onDark} />
    </div>
  )
}

const Picture = ({ shown: { kind, file }, name, zoom }: { shown: Shown; name: string; zoom: number }) => {
  const { t } = useTexts('inbox')
  const { url, failed, onError } = useFileUrl(file)
  if (failed) return <p role="alert">{t('file.not_shown')}</p>
  if (kind === 'video')
    return (
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- what customers send has no captions
      <video
        src={url ?? undefined}
        poster={file.look?.thumbnailUrl}
        controls
        autoPlay
        playsInline
        onError={onError}
        aria-label={name}
        className="max-h-full max-w-full"
      />
    )
  return (
    <img
      src={url ?? undefined}
      alt={name}
      onError={onError}
      className={zoom === 1 ? 'max-h-full max-w-full object-contain' : 'max-w-none'}
      style={{
        ...(zoom > 1 && { width: `${zoom * 100}%` }),
        ...(file.look?.thumbnailUrl && { background: `url("${file.look.thumbnailUrl}") center / contain no-repeat` }),
      }}
    />
  )
}
