import { createApp } from './app.ts'

const app = createApp({ clock: () => Date.now(), signInPath: '/sign-in' })

export default { fetch: app.fetch }
