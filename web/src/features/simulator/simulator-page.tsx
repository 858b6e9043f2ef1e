/** The phone simulator as a full page. */
export const SimulatorPage = () => <main className="h-full" />
