import { useEffect, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'

/** The widget itself on its demo page, told what is being chosen. */
export const Preview = ({ channelId, look }: { channelId: string; look: object }) => {
  const { t } = useTexts('webchat')
  const frame = useRef<HTMLIFrameElement>(null)
  const [loads, setLoads] = useState(0)
  const told = JSON.stringify(look)
  useEffect(() => {
    const tell = () => frame.current?.contentWindow?.postMessage({ chasquiLook: JSON.parse(told) as unknown }, location.origin)
    // The widget stands a little after its page: it is told again when it says so.
    const heed = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (origin === location.origin && source === frame.current?.contentWindow && data === 'chasqui ready') tell()
    }
    addEventListener('message', heed)
    tell()
    return () => removeEventListener('message', heed)
  }, [told, loads])
  return (
    // It is a page of our own and needs scripts and its origin: together they make a sandbox none, and browsers say so.
    // oxlint-disable-next-line react/iframe-missing-sandbox
    <iframe
      ref={frame}
      src={`/w/${channelId}`}
      title={t('preview.title')}
      className="h-[640px] w-full rounded-control border border-line bg-surface"
      onLoad={() => setLoads((count) => count + 1)}
    />
  )
}
