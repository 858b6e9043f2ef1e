/** The inbox; reads `view` and `conversationId` with `useParams({ strict: false })`. */
export const InboxPage = () => <main className="h-full" />
