export const LoginPage = () => <main className="h-full" />
