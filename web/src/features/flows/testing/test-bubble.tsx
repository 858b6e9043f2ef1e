import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { useFormat } from '#lib/format.ts'
import { OfferButton, OfferButtons } from '#ui/offer-button.tsx'
import { OfferList } from '#ui/offer-list.tsx'
import { RichText } from '#ui/rich-text.tsx'
import { useStepWords } from '../language/step-words.ts'
import type { Deed, Said } from './test-talk.ts'

type BubbleProps = { said: Said; chosen: ReadonlySet<string>; onChoose: (choice: { id: string; title: string }) => void }

const kinds = ['image', 'video', 'audio', 'document', 'location', 'contacts', 'sticker', 'template'] as const
const kindOf = (type: string) => kinds.find((kind) => kind === type)

/** What is sent beside words: a photo, a file, a place, a card. */
const useKindWords = () => {
  const { t } = useTexts('flows')
  return ({ from, content }: Said): string => {
    const kind = kindOf(content.type)
    const name = from === 'customer' ? (content.phone ?? content.file?.name) : undefined
    return [kind ? t(`test.kind.${kind}`) : t('test.content', { type: content.type }), name].filter(Boolean).join(' · ')
  }
}

const Content = ({ said, chosen, onChoose }: BubbleProps) => {
  const kindWords = useKindWords()
  const { content } = said
  const wasPressed = ({ id }: { id: string }) => chosen.has(id)
  const words = 'text' in content ? content.text : 'body' in content ? content.body : 'caption' in content ? content.caption : undefined
  const known = ['text', 'choice', 'buttons', 'list'].includes(content.type)
  return (
    <>
      {!known && <p className="text-sm font-medium text-fg-2">{kindWords(said)}</p>}
      {words && <RichText text={words} />}
      {content.type === 'buttons' && 'buttons' in content && (
        <OfferButtons>
          {content.buttons.map((choice) => (
            <OfferButton key={choice.id} pressed={wasPressed(choice)} onClick={() => onChoose(choice)}>
              {choice.title}
            </OfferButton>
          ))}
        </OfferButtons>
      )}
      {content.type === 'list' && 'sections' in content && (
        <OfferList button={content.button} sections={content.sections} wasPressed={wasPressed} onChoose={onChoose} />
      )}
    </>
  )
}

/** One message of the test, as a phone shows it. */
export const TestBubble = (props: BubbleProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const { from, at } = props.said
  const own = from === 'customer'
  return (
    <article aria-label={t(own ? 'test.by_customer' : 'test.by_flow')} className={classNames('flex', own && 'flex-row-reverse')}>
      <div
        className={classNames(
          'max-w-[86%] min-w-0 rounded-card px-2.5 pt-[7px] pb-1.5 text-msg shadow-low',
          own ? 'rounded-tr-xs bg-bubble-out' : 'rounded-tl-xs bg-bubble-in',
        )}
      >
        <Content {...props} />
        <time dateTime={at} className="mt-0.5 block text-right text-xs text-bubble-meta">
          {format.clock(at)}
        </time>
      </div>
    </article>
  )
}

/** What the flow did beside talking: handing over, closing, breaking. */
export const TestDeed = ({ deed: { effect } }: { deed: Deed }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const words = useStepWords()
  const told = (): string => {
    switch (effect.type) {
      case 'transfer':
        return [t('test.transfer'), effect.note].filter(Boolean).join(': ')
      case 'close':
        return t('test.close', { reason: effect.reason })
      case 'set_contact':
        return t('test.set_contact', { field: t(`contact.${effect.field}`), value: effect.value })
      case 'tag':
        return t('test.tag', { names: [...effect.add.map((tag) => `+${tag}`), ...effect.remove.map((tag) => `−${tag}`)].join(', ') })
      case 'stage':
        return t('test.stage', { stage: words.choiceName('stage', 'stage', effect.stage) })
      case 'note':
        return t('test.note', { text: effect.text })
      case 'task':
        return [t('test.task', { title: effect.title }), effect.dueAt && format.moment(effect.dueAt)].filter(Boolean).join(' · ')
      case 'react':
        return t('test.react', { emoji: effect.emoji })
      case 'event':
        return t('test.event', { name: effect.name })
      case 'score':
        return t('test.score', { score: effect.score })
      case 'fault':
        return t(`test.fault.${effect.code}`)
      case 'ended':
        return t(`test.ended.${effect.outcome}`)
      default:
        return t('test.deed', { type: (effect as { type: string }).type })
    }
  }
  return (
    <p
      className={classNames(
        'self-center rounded-card px-2.5 py-1 text-center text-xs wrap-anywhere',
        effect.type === 'fault' ? 'bg-danger-subtle text-on-danger-subtle' : 'bg-surface text-fg-2',
      )}
    >
      {told()}
    </p>
  )
}
