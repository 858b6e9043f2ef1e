import type { OutboundContent } from '@chasqui/contracts'

const endings: Record<string, string> = { 'audio/ogg': 'ogg', 'audio/webm': 'webm', 'audio/mp4': 'm4a' }

/** A recording as the voice note that the server makes of it, whatever the browser records. */
export const voiceContent = ({ type, size }: Pick<Blob, 'type' | 'size'>, seconds: number): OutboundContent => {
  const mime = type.split(';')[0]?.trim() || 'audio/webm'
  return {
    type: 'audio',
    voice: true,
    seconds: Math.max(1, Math.round(seconds)),
    file: { fileId: null, state: 'pending', mime: type.replaceAll(' ', '') || mime, name: `voice.${endings[mime] ?? 'webm'}`, size, providerMediaId: null },
  }
}
