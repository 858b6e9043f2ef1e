/** What is used of nodemailer, which brings no types. */
declare module 'nodemailer' {
  type Options = { url: string; connectionTimeout: number; greetingTimeout: number; socketTimeout: number }
  export const createTransport: (options: Options) => { sendMail(mail: { from: string; to: string; subject: string; text: string }): Promise<unknown> }
}
