export const HomePage = () => <main className="h-full" />
