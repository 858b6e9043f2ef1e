import { createStore, useStore } from '#lib/store.ts'

/**
 * The one player of voice notes. It goes on while other conversations are looked at; each note keeps the place where it was left.
 * Times in seconds.
 */
const rates = [1, 1.5, 2] as const
export type Playing = { id: string | null; playing: boolean; at: number; length: number; rate: number; failed: boolean }
const state = createStore<Playing>({ id: null, playing: false, at: 0, length: 0, rate: 1, failed: false })
const places = new Map<string, number>()
const change = (part: Partial<Playing>) => state.set({ ...state.get(), ...part })

let element: HTMLAudioElement | null = null
const audio = (): HTMLAudioElement => {
  if (element) return element
  const made = new Audio()
  made.preload = 'metadata'
  made.addEventListener('timeupdate', () => {
    const { id } = state.get()
    if (id) places.set(id, made.currentTime)
    change({ at: made.currentTime })
  })
  made.addEventListener('durationchange', () => Number.isFinite(made.duration) && change({ length: made.duration }))
  made.addEventListener('play', () => change({ playing: true, failed: false }))
  made.addEventListener('pause', () => change({ playing: false }))
  made.addEventListener('ended', () => {
    const { id } = state.get()
    if (id) places.delete(id)
    change({ playing: false, at: 0 })
  })
  element = made
  return made
}

const load = (id: string, url: string, length: number) => {
  const player = audio()
  if (state.get().id === id && player.src) return player
  player.src = url
  player.currentTime = places.get(id) ?? 0
  change({ id, at: player.currentTime, length, failed: false })
  return player
}

/** Plays or pauses one note. */
export const togglePlay = (id: string, url: string, length: number) => {
  const player = load(id, url, length)
  player.playbackRate = state.get().rate
  if (state.get().playing && !player.paused) player.pause()
  else player.play().catch(() => change({ playing: false, failed: true }))
}

export const seek = (id: string, url: string, length: number, at: number) => {
  load(id, url, length).currentTime = at
  places.set(id, at)
  change({ at })
}

/** 1×, 1.5×, 2× and round again; for all notes. */
export const nextRate = () => {
  const rate = rates[(rates.findIndex((known) => known === state.get().rate) + 1) % rates.length] ?? 1
  audio().playbackRate = rate
  change({ rate })
}

const resting = new Map<string, Playing>()
/** This note's own view of the player: others' progress does not draw it again. */
export const usePlaying = (id: string, length: number): Playing =>
  useStore(state, (now) => {
    if (now.id === id) return now
    const before = resting.get(id)
    const rest: Playing = { id, playing: false, at: places.get(id) ?? 0, length, rate: now.rate, failed: false }
    if (before && before.at === rest.at && before.rate === rest.rate && before.length === length) return before
    resting.set(id, rest)
    return rest
  })
