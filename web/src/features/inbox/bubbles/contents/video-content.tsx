import { Tile } from '../../media/tile.tsx'
import { Caption } from './caption.tsx'
import type { ContentOf } from './content-of.ts'
import { FileState } from './file-state.tsx'
import { useFileUrl } from './use-file-url.ts'

/** A film by a still of it; pressing it plays it in the viewer. */
export const VideoContent = ({ content: { file, caption } }: { content: ContentOf<'video'> }) => {
  const { url, failed } = useFileUrl(file)
  return (
    <>
      {file.state !== 'stored' || failed ? (
        <FileState file={file} kind="video" url={url} />
      ) : (
        <Tile kind="video" file={file} words={caption} className="-mx-1.5 -mt-0.5 h-52 w-72 max-w-[calc(100%+12px)] rounded-control" />
      )}
      <Caption text={caption} />
    </>
  )
}
