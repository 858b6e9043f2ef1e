export type PhoneDockProps = { channelId: string }

/** The phone simulator beside another page; fills the height it is given. */
export const PhoneDock = ({ channelId }: PhoneDockProps) => <aside className="h-full" data-channel={channelId} />
