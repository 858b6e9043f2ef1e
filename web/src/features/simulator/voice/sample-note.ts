/** A short melody as a WAV file, for machines without a microphone: everything a voice note goes through can be tried with it. */
const rate = 16_000
const notes = [523.25, 659.25, 783.99, 1046.5]
const noteSeconds = 0.35

/** Loudness within a note, 0-1: quick in, slow out, so that nothing clicks. */
const loudness = (share: number) => Math.min(1, share * 20) * (1 - share) ** 2

const sampleAt = (index: number): number => {
  const position = index / rate / noteSeconds
  const note = notes[Math.floor(position)] ?? 0
  return Math.sin((2 * Math.PI * note * index) / rate) * loudness(position % 1) * 0.6
}

/** RIFF header of uncompressed mono sound with 16 bits (Multimedia Programming Interface and Data Specifications 1.0, "WAVE"). */
const writeHeader = (view: DataView, bytes: number) => {
  const word = (at: number, text: string) => [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)))
  word(0, 'RIFF')
  view.setUint32(4, 36 + bytes, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, 'data')
  view.setUint32(40, bytes, true)
}

export const sampleNote = (name: string): File => {
  const length = Math.floor(rate * noteSeconds * notes.length)
  const view = new DataView(new ArrayBuffer(44 + length * 2))
  writeHeader(view, length * 2)
  for (let index = 0; index < length; index += 1) view.setInt16(44 + index * 2, Math.round(sampleAt(index) * 0x7fff), true)
  return new File([view], `${name}.wav`, { type: 'audio/wav' })
}
