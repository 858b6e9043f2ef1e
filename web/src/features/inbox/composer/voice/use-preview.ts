import { useEffect, useRef, useState } from 'react'

/** Plays what was recorded so far, from its beginning. */
export const usePreview = (blob: Blob | null) => {
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const player = useRef<HTMLAudioElement | null>(null)
  useEffect(() => {
    if (!blob) return
    const url = URL.createObjectURL(blob)
    const audio = new Audio(url)
    audio.ontimeupdate = () => setAt(audio.currentTime)
    audio.onplay = () => setPlaying(true)
    audio.onpause = () => setPlaying(false)
    audio.onended = () => setPlaying(false)
    player.current = audio
    return () => {
      audio.pause()
      player.current = null
      setPlaying(false)
      URL.revokeObjectURL(url)
    }
  }, [blob])
  const toggle = () => {
    const audio = player.current
    if (!audio) return
    if (playing) audio.pause()
    else {
      audio.currentTime = 0
      audio.play().catch(() => setPlaying(false))
    }
  }
  return { playing, at, toggle }
}
