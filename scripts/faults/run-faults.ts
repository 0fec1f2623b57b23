import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Proof, ProofOptions, Verdict } from './proof.ts'

// Every other module of this folder that exports `name` and `run` is a proof: adding a file adds a row.
const { values: given } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    seeds: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '1000' },
    cuts: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
})
const options: ProofOptions = {
  seeds: countOf('seeds'),
  kills: countOf('kills'),
  cuts: countOf('cuts'),
  seed: countOf('seed'),
  progress: (line) => console.error(`        ${line}`),
}

const all = await findProofs()
const proofs = given.only === undefined ? all : all.filter(({ name }) => name === given.only)
if (proofs.length === 0) console.error(`No such proof. There are: ${all.map(({ name }) => name).join(', ')}`)

const rows: ({ readonly name: string } & Verdict)[] = []
for (const { name, run } of proofs) {
  const verdict = await run(options)
  if (verdict) rows.push({ name, ...verdict })
  console.log(verdict ? sentence(name, verdict) : `left out  ${name}: this system cannot prove it`)
}
if (given.json !== undefined) {
  await mkdir(dirname(given.json), { recursive: true })
  await writeFile(given.json, `${JSON.stringify(rows, null, 2)}\n`)
}
process.exitCode = proofs.length > 0 && rows.every((row) => row.ok) ? 0 : 1

function countOf(option: 'seeds' | 'kills' | 'cuts' | 'seed'): number {
  const count = Number(given[option])
  if (Number.isInteger(count) && count > 0) return count
  console.error(`--${option} takes a whole number from 1 on, not ${given[option]}`)
  process.exit(2)
}

async function findProofs(): Promise<readonly Proof[]> {
  const names = (await readdir(import.meta.dirname))
    .filter((name) => name.endsWith('.ts') && name !== 'run-faults.ts')
    .toSorted()
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(import.meta.dirname, name)).href) as Promise<Partial<Proof>>),
  )
  return modules.flatMap(({ name, run }) => (name !== undefined && run !== undefined ? [{ name, run }] : []))
}

function sentence(name: string, { value, baseline, goal, ok }: Verdict): string {
  return `${ok ? 'ok    ' : 'missed'}  ${name}: ${value} broken promises, ${baseline} where one was broken on purpose (goal ${goal})`
}
