import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Choices, Section } from '#ui/form-section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { languageName, offeredLanguages } from '../languages.ts'
import { useEditor } from './editor.ts'
import { WordList } from './word-list.tsx'

type Lists = 'channelIds' | 'keywords' | 'tagIds' | 'languages'
const loads = [50, 60, 70, 80, 90, 100] as const

/** Who comes into the queue. All that is named has to hold; of each list one is enough. */
export const EntrySection = () => {
  const { t } = useTexts('queues')
  const { place, percent } = useFormat()
  const { draft, names, change, errorAt, locked } = useEditor()
  const { entry } = draft
  /** A list that is emptied is no condition any more. */
  const put = (list: Lists, values: string[]) => {
    const { [list]: _former, ...rest } = entry
    change({ entry: values.length > 0 ? { ...rest, [list]: values } : rest })
  }
  const toggle = (list: Lists) => (id: string) => {
    const chosen: string[] = entry[list] ?? []
    put(list, chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  }
  const isChosen = (list: Lists) => (id: string) => (entry[list] ?? []).includes(id)
  const served = names.campaigns.find(({ id }) => id === draft.campaignId)?.channelIds ?? []
  const channels = names.channels.filter(({ id }) => served.includes(id) || entry.channelIds?.includes(id))
  const languages = [...new Set([...offeredLanguages, ...(entry.languages ?? [])])]
  const { loadAbove, ...others } = entry
  return (
    <Section title={t('entry.title')} hint={t(draft.isDefault ? 'entry.default_hint' : 'entry.hint')}>
      <Choices
        legend={t('entry.tags')}
        disabled={locked}
        empty={t('entry.no_tags')}
        error={errorAt('entry.tagIds')}
        choices={names.tags.map(({ id, name }) => ({ id, label: name }))}
        chosen={isChosen('tagIds')}
        onToggle={toggle('tagIds')}
      />
      <WordList
        label={t('entry.keywords')}
        hint={t('entry.keywords_hint')}
        words={entry.keywords ?? []}
        most={50}
        error={errorAt('entry.keywords')}
        disabled={locked}
        onChange={(words) => put('keywords', words)}
      />
      {channels.length > 1 && (
        <Choices
          legend={t('entry.channels')}
          disabled={locked}
          empty=""
          error={errorAt('entry.channelIds')}
          choices={channels.map(({ id, name, address }) => ({ id, label: name, note: address }))}
          chosen={isChosen('channelIds')}
          onToggle={toggle('channelIds')}
        />
      )}
      <Choices
        legend={t('entry.languages')}
        disabled={locked}
        empty=""
        error={errorAt('entry.languages')}
        choices={languages.map((code) => ({ id: code, label: languageName(place.locale, code) }))}
        chosen={isChosen('languages')}
        onToggle={toggle('languages')}
      />
      <SelectField
        label={t('entry.load')}
        hint={t('entry.load_hint')}
        value={String(loadAbove ?? '')}
        disabled={locked}
        options={[
          { value: '', label: t('entry.any_load') },
          ...[...new Set([...loads, ...(loadAbove === undefined ? [] : [loadAbove])])]
            .toSorted((one, other) => one - other)
            .map((value) => ({ value: String(value), label: t('entry.above', { share: percent(value / 100) }) })),
        ]}
        onChange={(value) => change({ entry: value ? { ...others, loadAbove: Number(value) } : others })}
      />
    </Section>
  )
}
