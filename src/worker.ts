import { createApp } from './app.ts'
import type { Bindings } from './env.ts'
import { runJobs } from './jobs/run-jobs.ts'

const app = createApp({ clock: () => Date.now(), signInPath: '/sign-in' })

export default {
  fetch: app.fetch,
  /** Cron, once a minute. A run that is lost is caught up by the next: every job works from a stored watermark. */
  async scheduled(controller, bindings) {
    await runJobs(bindings, controller.scheduledTime)
  },
} satisfies ExportedHandler<Bindings>
