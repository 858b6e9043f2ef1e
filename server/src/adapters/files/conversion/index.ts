import { type Converter, type Look, Unconvertible } from '#files'
import { findFfmpeg, type Ffmpeg } from './ffmpeg.ts'
import { sizeOf, thumbnailOf, toJpeg } from './image.ts'
import { pagesOf } from './pdf.ts'
import { listen } from './sound.ts'
import { repackVoice } from './voice.ts'

const voiceMime = 'audio/ogg; codecs=opus'
/** Containers in which browsers record Opus. */
const repacked = /^(audio|video)\/(webm|ogg|matroska)/
const noProgram = 'This machine has no ffmpeg, which it takes. Install it, or send the file as it is.'

/** `ffmpeg`: the program of this machine, null where there is none. */
export const createConverter = (ffmpeg: Ffmpeg | null = findFfmpeg()): Converter => ({
  objection: ({ to }, mime) => {
    if (to === 'voice') {
      if (!/^(audio|video)\//.test(mime)) return new Unconvertible('file.voice_not_convertible', 'Only a recording becomes a voice note.')
      if (!repacked.test(mime) && !ffmpeg)
        return new Unconvertible('file.voice_not_convertible', `This kind of recording (${mime}) becomes no voice note here. ${noProgram}`)
    }
    return to === 'video' && !ffmpeg ? new Unconvertible('file.video_not_convertible', `The channel does not take this video as it is. ${noProgram}`) : null
  },
  make: async (recipe, bytes, mime) => {
    if (recipe.to === 'image') {
      const made = await toJpeg(bytes, recipe.bytes)
      if (!made) throw new Unconvertible('file.not_convertible', 'The picture is broken, or too large to be opened.')
      return { bytes: made, mime: 'image/jpeg' }
    }
    if (recipe.to === 'voice') {
      const made =
        (repacked.test(mime) ? await repackVoice(bytes) : null) ?? (await ffmpeg?.run(bytes, 'ogg', ['-vn', '-ac', '1', '-c:a', 'libopus', '-b:a', '32k']))
      if (!made) throw new Unconvertible('file.not_convertible', 'The recording is broken, or holds another sound than it says.')
      return { bytes: made, mime: voiceMime }
    }
    const made = await ffmpeg?.run(bytes, 'mp4', videoOptions)
    if (!made) throw new Unconvertible('file.not_convertible', 'The video is broken, or of a kind that cannot be read here.')
    if (made.byteLength > recipe.bytes) throw new Unconvertible('file.not_convertible', 'The video is too long for this channel, also made smaller.')
    return { bytes: made, mime: 'video/mp4' }
  },
  look: (bytes, mime) => lookInto(bytes, mime, ffmpeg),
})

/** What phones play everywhere: H.264 and AAC, at most 1280 points wide, the index first. */
const videoOptions =
  "-vf scale='min(1280,iw)':-2 -c:v libx264 -profile:v main -pix_fmt yuv420p -preset veryfast -crf 28 -c:a aac -b:a 96k -ac 2 -movflags +faststart".split(' ')

const lookInto = async (bytes: Uint8Array, mime: string, ffmpeg: Ffmpeg | null): Promise<Look> => {
  if (mime.startsWith('image/')) return { ...(await sizeOf(bytes)), thumbnail: await thumbnailOf(bytes) }
  if (mime.startsWith('video/')) {
    const [heard, still] = [await listen(bytes), await ffmpeg?.run(bytes, 'jpg', ['-frames:v', '1', '-vf', 'thumbnail=25'])]
    return { ...heard, ...(still && { thumbnail: await thumbnailOf(still) }) }
  }
  if (mime.startsWith('audio/')) return listen(bytes)
  if (mime !== 'application/pdf') return {}
  const pages = pagesOf(bytes)
  return pages === undefined ? {} : { pages }
}
