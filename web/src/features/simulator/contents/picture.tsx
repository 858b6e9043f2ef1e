import type { MessageContent } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { RichText } from '#ui/rich-text.tsx'
import { FileState } from './file-state.tsx'

type PictureContent = Extract<MessageContent, { type: 'image' | 'video' | 'document' | 'sticker' }>

const frame = 'block max-h-72 min-h-16 w-full min-w-40 rounded-control bg-surface-3/50 object-cover'

const Shown = ({ content: { type, file, caption }, url }: { content: PictureContent; url: string }) => {
  const { t } = useTexts('simulator')
  const label = caption || file.name || t(`type.${type}`)
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody captions what people send to each other
  if (type === 'video') return <video src={url} controls preload="metadata" aria-label={label} className={frame} />
  if (type === 'sticker') return <img src={url} alt={label} className="size-32 object-contain" />
  return (
    <a href={url} target="_blank" rel="noopener" aria-label={t('file.open', { name: label })} className="block rounded-control">
      <img src={url} alt={label} className={frame} />
    </a>
  )
}

/** Images, videos and stickers, with their caption. */
export const Picture = ({ content }: { content: PictureContent }) => (
  <div className="-mx-1 -mt-0.5 mb-1">
    {content.file.url ? <Shown content={content} url={content.file.url} /> : <FileState file={content.file} />}
    {content.caption && (
      <p className="mt-1 px-1">
        <RichText text={content.caption} />
      </p>
    )}
  </div>
)
