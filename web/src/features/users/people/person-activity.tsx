import type { TenantUser } from '@chasqui/contracts'
import { PresenceTable } from './presence-table.tsx'
import { SecondStepPart } from './second-step-part.tsx'
import { SignInList } from './sign-in-list.tsx'

/** What a person has done here lately, one part after the other. Each part reads and fails for itself. */
export const PersonActivity = ({ person }: { person: TenantUser }) => (
  <div className="flex flex-col gap-6 p-4">
    <SecondStepPart person={person} />
    <PresenceTable userId={person.id} />
    <SignInList userId={person.id} />
  </div>
)
