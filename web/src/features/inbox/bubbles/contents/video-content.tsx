import { useTexts } from '#lib/i18n/texts.ts'
import { Caption } from './caption.tsx'
import type { ContentOf } from './content-of.ts'
import { FileState } from './file-state.tsx'
import { useFileUrl } from './use-file-url.ts'

export const VideoContent = ({ content: { file, caption } }: { content: ContentOf<'video'> }) => {
  const { t } = useTexts('inbox')
  const { url, failed, onError } = useFileUrl(file)
  if (file.state !== 'stored' || failed)
    return (
      <>
        <FileState file={file} kind="video" url={url} />
        <Caption text={caption} />
      </>
    )
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what customers send has no captions */}
      <video
        src={url ?? undefined}
        controls
        preload="metadata"
        playsInline
        onError={onError}
        aria-label={caption || file.name || t('type.video')}
        className="-mx-1.5 -mt-0.5 h-52 w-72 max-w-[calc(100%+12px)] rounded-control bg-black"
      />
      <Caption text={caption} />
    </>
  )
}
