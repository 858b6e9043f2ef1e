import { useTexts } from '#lib/i18n/texts.ts'
import { Tile } from '../../media/tile.tsx'
import { Caption } from './caption.tsx'
import type { ContentOf } from './content-of.ts'
import { FileState } from './file-state.tsx'
import { useFileUrl } from './use-file-url.ts'

/** A picture in a box of fixed size, so that nothing jumps when it arrives; pressing it shows it in the viewer. A sticker stands as it is. */
export const ImageContent = ({ content }: { content: ContentOf<'image' | 'sticker'> }) => (
  <>
    {content.type === 'sticker' ? <Sticker content={content} /> : <Picture content={content} />}
    <Caption text={content.caption} />
  </>
)

const Sticker = ({ content }: { content: ContentOf<'image' | 'sticker'> }) => {
  const { t } = useTexts('inbox')
  const { url, failed, onError } = useFileUrl(content.file)
  if (content.file.state !== 'stored' || failed) return <FileState file={content.file} kind="sticker" />
  return <img src={url ?? undefined} alt={t('type.sticker')} onError={onError} width={140} height={140} className="size-35 object-contain" />
}

const Picture = ({ content: { file, caption } }: { content: ContentOf<'image' | 'sticker'> }) => {
  const { url, failed } = useFileUrl(file)
  if (file.state !== 'stored' || failed) return <FileState file={file} kind="image" url={url} />
  return <Tile kind="image" file={file} words={caption} className="-mx-1.5 -mt-0.5 h-52 w-72 max-w-[calc(100%+12px)] rounded-control" />
}
