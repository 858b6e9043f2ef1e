import type { Kept } from './kept.ts'

export type Sound = {
  isOn(): boolean
  /** By somebody's press: browsers let nothing else begin a sound. */
  turn(on: boolean): void
  play(): void
}

/** Seconds of each of two tones, and how loud they begin. */
const tone = 0.12
const loudness = 0.08

/** Two soft tones, made here: a file would be one more address in the page's policy. Off until a visitor turns it on. */
export const createSound = (kept: Kept): Sound => {
  let context: AudioContext | null = null
  const play = (): void => {
    if (kept.read('sound') !== 'on') return
    try {
      const audio = (context ??= new AudioContext())
      void audio.resume().then(() => {
        for (const [index, pitch] of [660, 880].entries()) {
          const [oscillator, gain] = [audio.createOscillator(), audio.createGain()]
          const from = audio.currentTime + index * tone
          oscillator.frequency.value = pitch
          gain.gain.setValueAtTime(loudness, from)
          gain.gain.exponentialRampToValueAtTime(0.001, from + tone * 2)
          oscillator.connect(gain).connect(audio.destination)
          oscillator.start(from)
          oscillator.stop(from + tone * 2)
        }
      })
    } catch {
      // A device without sound.
    }
  }
  return {
    isOn: () => kept.read('sound') === 'on',
    turn: (on) => {
      kept.write('sound', on ? 'on' : null)
      play()
    },
    play,
  }
}
