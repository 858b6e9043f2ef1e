import { UserPlus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button } from '#ui/button.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { InvitationList } from './invitations/invitation-list.tsx'
import { InviteDialog } from './invitations/invite-dialog.tsx'
import { PeopleList } from './people/people-list.tsx'
import { TeamDialog } from './teams/team-dialog.tsx'
import { TeamList } from './teams/team-list.tsx'

type Part = 'people' | 'invitations' | 'teams'

/** Who works here, who is invited, and in which teams. */
export const UsersPage = () => {
  const { t } = useTexts('users')
  const mayManage = useCan('users.manage')
  const mayTeams = useCan('teams.manage')
  const [part, setPart] = useState<Part>('people')
  const [making, setMaking] = useState<'invitation' | 'team' | null>(null)
  useTitle(t('title'))
  const parts: Part[] = mayManage ? ['people', 'invitations', 'teams'] : ['people', 'teams']
  const close = () => setMaking(null)
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-4xl flex-col px-4 py-5 tablet:px-6">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="flex-1 text-xl font-semibold">{t('title')}</h1>
          {part === 'teams'
            ? mayTeams && (
                <Button look="solid" icon={UsersRound} onClick={() => setMaking('team')}>
                  {t('team.new')}
                </Button>
              )
            : mayManage && (
                <Button look="solid" icon={UserPlus} onClick={() => setMaking('invitation')}>
                  {t('invite.button')}
                </Button>
              )}
        </div>
        <Tabs
          className="mt-3 border-b border-line"
          label={t('title')}
          value={part}
          onChange={setPart}
          tabs={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
        />
        {part === 'people' && <PeopleList />}
        {part === 'invitations' && mayManage && <InvitationList />}
        {part === 'teams' && <TeamList />}
      </div>
      {making === 'invitation' && <InviteDialog onClose={close} />}
      {making === 'team' && <TeamDialog onClose={close} />}
    </main>
  )
}
