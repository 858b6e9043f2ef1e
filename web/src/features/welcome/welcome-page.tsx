export const WelcomePage = () => <main className="h-full" />
