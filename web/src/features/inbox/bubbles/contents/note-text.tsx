import type { Message } from '@chasqui/contracts'
import { Fragment } from 'react'
import { RichText } from '#ui/rich-text.tsx'

const namesIn = ({ context }: Message): string[] =>
  Array.isArray(context?.mentions) ? context.mentions.flatMap((called: { name?: unknown }) => (typeof called.name === 'string' ? [`@${called.name}`] : [])) : []

const splitAt = (text: string, names: readonly string[]): string[] => {
  const escaped = names.toSorted((one, other) => other.length - one.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return text.split(new RegExp(`(${escaped.join('|')})`, 'u'))
}

/** The words of a note, with the people that it calls standing out. */
export const NoteText = ({ message, text }: { message: Message; text: string }) => {
  const names = namesIn(message)
  if (names.length === 0) return <RichText text={text} />
  return splitAt(text, names).map((part, index) => (
    <Fragment key={index}>
      {names.includes(part) ? <b className="rounded-xs bg-on-note/10 px-0.5 font-semibold">{part}</b> : part && <RichText text={part} />}
    </Fragment>
  ))
}
