/** What Cloudflare's free plan gives a day or in all; beyond it D1 refuses to write. */
export const freePlan = { rowsWrittenADay: 100_000, databaseBytes: 500e6 }
/** On the paid plan the size alone ends, and no money moves it. */
export const largestDatabaseBytes = 10e9
/** What planning may write a day for each organisation: half of it is for people. */
export const rowsPlannedADay = 50_000
