import { Suspense } from 'react'
import { loadTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { InboxPage } from '../../features/inbox/inbox-page.tsx'
import type { Beside } from '../../features/tasks/beside.ts'

// The conversation comes first.
const ContactTasks = lazyPart(() => Promise.all([import('../../features/tasks/contact-tasks.tsx'), loadTexts('tasks')]).then(([module]) => module.ContactTasks))

const TasksOf = (beside: Beside) =>
  useCan('tasks.read') && (
    <Suspense fallback={null}>
      <ContactTasks {...beside} />
    </Suspense>
  )

const tasks = (beside: Beside) => <TasksOf key={beside.conversationId} {...beside} />

/** The inbox with what is to be done for the contact beside each conversation; features do not know each other, so they meet here. */
export const Inbox = () => <InboxPage tasks={tasks} />
