/** Hz and seconds of two soft tones, one after the other. */
const tones = [
  [660, 0],
  [880, 0.12],
] as const
const length = 0.25

/** A short sound, made here so that nothing has to be fetched. Browsers play none before the person has touched the page: then it stays silent. */
export const chime = (): void => {
  if (!navigator.userActivation?.hasBeenActive) return
  const context = new AudioContext()
  for (const [pitch, after] of tones) {
    const [tone, volume] = [context.createOscillator(), context.createGain()]
    const at = context.currentTime + after
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0.12, at)
    volume.gain.exponentialRampToValueAtTime(0.001, at + length)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + length)
    if (after > 0) tone.addEventListener('ended', () => void context.close())
  }
}
