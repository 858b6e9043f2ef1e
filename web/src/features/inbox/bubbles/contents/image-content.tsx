import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Dialog } from '#ui/dialog.tsx'
import { buttonLook } from '#ui/button.tsx'
import { Caption } from './caption.tsx'
import type { ContentOf } from './content-of.ts'
import { FileState } from './file-state.tsx'
import { downloadUrl, useFileUrl } from './use-file-url.ts'

/** A picture in a box of fixed size, so that nothing jumps when it arrives; pressing it shows the whole. A sticker stands as it is. */
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
  const { t } = useTexts('inbox')
  const [open, setOpen] = useState(false)
  const { url, failed, onError } = useFileUrl(file)
  if (file.state !== 'stored' || failed) return <FileState file={file} kind="image" url={url} />
  const name = caption || file.name || t('type.image')
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-label={t('file.enlarge', { name })}
        className="-mx-1.5 -mt-0.5 block overflow-hidden rounded-control"
      >
        <img src={url ?? undefined} alt="" onError={onError} loading="lazy" className="h-52 w-72 max-w-full bg-fg/5 object-cover" />
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={file.name ?? t('type.image')}
        width="lg"
        footer={
          url && (
            <a href={downloadUrl(url)} download className={buttonLook('outline')}>
              {t('file.download')}
            </a>
          )
        }
      >
        <img src={url ?? undefined} alt={name} className="mx-auto max-h-[70dvh] max-w-full rounded-control object-contain" />
      </Dialog>
    </>
  )
}
