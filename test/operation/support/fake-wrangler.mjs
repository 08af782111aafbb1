#!/usr/bin/env node
// Answers as wrangler does, from `account.json` beside it, and notes what it was asked in `asked.jsonl`.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const here = dirname(process.argv[1])
const args = process.argv.slice(2)
const account = JSON.parse(readFileSync(join(here, 'account.json'), 'utf8'))
appendFileSync(join(here, 'asked.jsonl'), `${JSON.stringify(args)}\n`)

const asked = args.filter((arg) => !arg.startsWith('--')).join(' ')
if (account.fails && asked.startsWith(account.fails)) {
  console.error(`✘ [ERROR] ${account.fails} failed`)
  process.exit(1)
}
if (asked === 'whoami') {
  process.stdout.write(JSON.stringify({ loggedIn: account.loggedIn }))
  process.exit(account.loggedIn ? 0 : 1)
}
if (asked === 'd1 list') process.stdout.write(JSON.stringify(account.databases))
if (asked.startsWith('d1 create rounds')) {
  account.databases.push({ name: 'rounds', uuid: '11111111-2222-3333-4444-555555555555' })
  writeFileSync(join(here, 'account.json'), JSON.stringify(account))
}
if (asked === 'secret list json') {
  if (account.secrets === undefined) process.exit(1)
  process.stdout.write(JSON.stringify(account.secrets.map((name) => ({ name, type: 'secret_text' }))))
}
if (asked.startsWith('secret put')) {
  appendFileSync(join(here, 'secrets.txt'), `${readFileSync(0, 'utf8')}\n`)
}
if (asked === 'd1 time-travel info rounds')
  process.stdout.write(JSON.stringify({ bookmark: '00000085-0000024c-00004c6d-8e61117b' }))
if (asked.startsWith('d1 execute rounds')) {
  const valueOf = (option) => args[args.indexOf(option) + 1]
  const sql = args.includes('--file') ? readFileSync(valueOf('--file'), 'utf8') : valueOf('--command')
  const database = new DatabaseSync(account.store)
  database.exec('PRAGMA ignore_check_constraints = ON; BEGIN')
  const statements = sql.split(/;\s*\n/).filter((statement) => statement.trim() !== '')
  const results = statements.map((text) => ({ results: database.prepare(text).all(), success: true }))
  database.exec('COMMIT')
  process.stdout.write(JSON.stringify(args.includes('--file') ? [{ results: [{}] }] : results))
}
