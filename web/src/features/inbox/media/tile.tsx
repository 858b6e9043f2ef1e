import type { FileRef } from '@chasqui/contracts'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useFileUrl } from '../bubbles/contents/use-file-url.ts'
import { lookAt, shownOf } from './viewer-state.ts'

type TileProps = { kind: 'image' | 'video'; file: FileRef; words: string | undefined; className: string; more?: number }

/** A picture or film in its box, which does not change its size when it arrives; pressing it shows the whole. `more`: so many others stand behind it. */
export const Tile = ({ kind, file, words, className, more = 0 }: TileProps) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const name = words || file.name || t(`type.${kind}`)
  const label = more > 0 ? t('album.more', { count: more }) : t(kind === 'image' ? 'file.enlarge' : 'file.play', { name })
  return (
    <button
      type="button"
      onClick={() => lookAt(shownOf(kind, file, words))}
      aria-label={label}
      className={`relative block overflow-hidden bg-fg/5 focus-visible:-outline-offset-2 ${className}`}
    >
      <Still kind={kind} file={file} />
      {kind === 'video' && more === 0 && (
        <>
          <span className="absolute inset-0 grid place-items-center">
            <span className="grid size-12 place-items-center rounded-full bg-black/60 text-white">
              <Play size={24} strokeWidth={2} fill="currentColor" aria-hidden />
            </span>
          </span>
          {file.look?.seconds && (
            <span className="absolute bottom-1 left-1.5 rounded-chip bg-black/70 px-1.5 text-xs text-white tabular">
              {format.countdown(Math.round(file.look.seconds))}
            </span>
          )}
        </>
      )}
      {more > 0 && <span className="absolute inset-0 grid place-items-center bg-black/60 text-xl font-semibold text-white">+{more}</span>}
    </button>
  )
}

/** The small picture when there is one, else the whole; a film without one shows its beginning. */
const Still = ({ kind, file }: { kind: 'image' | 'video'; file: FileRef }) => {
  const { url, onError } = useFileUrl(file)
  const [spoilt, setSpoilt] = useState<string | null>(null)
  const small = file.look?.thumbnailUrl
  const look = 'absolute inset-0 size-full object-cover'
  if (small && small !== spoilt) return <img src={small} alt="" loading="lazy" onError={() => setSpoilt(small)} className={look} />
  if (kind === 'image') return <img src={url ?? undefined} alt="" loading="lazy" onError={onError} className={look} />
  return <video src={url ?? undefined} preload="metadata" muted playsInline tabIndex={-1} aria-hidden onError={onError} className={look} />
}
