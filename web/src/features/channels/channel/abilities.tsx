import type { Channel, ChannelAbilities } from '@chasqui/contracts'
import { type Format, useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Section } from '#ui/form-section.tsx'

const files = ['image', 'video', 'audio', 'document', 'sticker'] as const

const useLines = ({ text, buttons, list, media, serviceWindowHours, templates, reactions, readReceipts, typing }: ChannelAbilities, format: Format) => {
  const { t } = useTexts('channels')
  const carried = files.flatMap((kind) => {
    const rule = media[kind]
    return rule ? [t(`abilities.file.${kind}`, { size: format.fileSize(rule.bytes) })] : []
  })
  const extras = [
    ...(templates ? [t('abilities.templates')] : []),
    ...(reactions ? [t('abilities.reactions')] : []),
    ...(readReceipts ? [t('abilities.receipts')] : []),
    ...(typing ? [t('abilities.typing')] : []),
  ]
  return [
    {
      name: t('abilities.window'),
      words: serviceWindowHours === null ? t('abilities.window_none') : t('abilities.window_hours', { count: serviceWindowHours }),
    },
    { name: t('abilities.text'), words: t('abilities.text_max', { most: format.number(text.max) }) },
    {
      name: t('abilities.choices'),
      words: [
        ...(buttons ? [t('abilities.buttons', { count: buttons.max })] : []),
        ...(list ? [t('abilities.list', { count: list.rows })] : []),
        ...(buttons || list ? [] : [t('abilities.choices_none')]),
      ].join(' · '),
    },
    { name: t('abilities.files'), words: carried.length > 0 ? carried.join(' · ') : t('abilities.files_none') },
    ...(extras.length > 0 ? [{ name: t('abilities.more'), words: extras.join(' · ') }] : []),
  ]
}

/** What the channel carries, in words: why a button is a number in a text here, or a template is asked for. */
export const Abilities = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const lines = useLines(channel.abilities, useFormat())
  return (
    <Section title={t('abilities.title')}>
      <dl className="flex flex-col gap-3 text-sm">
        {lines.map(({ name, words }) => (
          <div key={name}>
            <dt className="text-fg-3">{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
