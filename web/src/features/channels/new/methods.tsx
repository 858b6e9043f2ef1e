import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { ChannelMark } from '#ui/avatar.tsx'
import { buttonLook } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { type KindForm, traits, useWords } from '../kinds/kind.ts'

const Method = ({ form }: { form: KindForm }) => {
  const { t } = useTexts('channels')
  const tenant = useTenant()
  const id = useId()
  const words = useWords(form)
  return (
    <Card aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <ChannelMark kind={form.kind} size="large" />
        <div className="min-w-0 flex-1">
          <h2 id={id} className="text-md font-semibold">
            {words.title}
          </h2>
          <p className="text-sm text-fg-2">{words.summary}</p>
        </div>
      </div>
      <dl className="grid flex-1 grid-cols-[7.5rem_minmax(0,1fr)] content-start gap-x-3 gap-y-1.5 text-sm">
        {traits.map((trait) => (
          <div key={trait} className="contents">
            <dt className="text-fg-3">{t(`trait.${trait}`)}</dt>
            <dd>{words.traits[trait]}</dd>
          </div>
        ))}
      </dl>
      <Link
        to="/a/$tenant/channels/new"
        params={{ tenant: tenant.slug }}
        search={{ type: form.type }}
        aria-label={t('new_page.choose_of', { title: words.title })}
        className={buttonLook('outline', 'md', 'self-start')}
      >
        {t('new_page.choose')}
      </Link>
    </Card>
  )
}

/** The ways to be reached, told apart by what matters to whoever has to live with them. */
export const Methods = ({ forms }: { forms: readonly KindForm[] }) => (
  <div className="grid gap-3 tablet:grid-cols-2">
    {forms.map((form) => (
      <Method key={form.type} form={form} />
    ))}
  </div>
)
