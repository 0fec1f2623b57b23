import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Figure, FigureRow } from './figure.ts'
import { tableOf } from './figure-table.ts'

// Every other module of this folder that exports `name` and `run` is a figure: adding a file adds a row.
// `--forms N` is for the figure `paper`, `--table FILE` keeps the counted rows as a table to read.
const { values: options } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, forms: { type: 'string' }, table: { type: 'string' } },
})
const all = await findFigures()
const figures = options.only === undefined ? all : all.filter(({ name }) => name === options.only)
if (figures.length === 0) console.error(`No such figure. There are: ${all.map(({ name }) => name).join(', ')}`)

const rows: FigureRow[] = []
for (const { name, run } of figures) {
  const measured = await run()
  if (measured === undefined) console.log(`left out  ${name}: this system cannot measure it`)
  const found = measured === undefined ? [] : 'value' in measured ? [{ name, ...measured }] : measured
  for (const row of found) console.log(sentence(row))
  rows.push(...found)
}
if (options.json !== undefined) await writeFile(options.json, JSON.stringify(rows, null, 2))
if (options.table !== undefined) await writeFile(options.table, tableOf(rows))
process.exitCode = figures.length > 0 && rows.every((row) => row.ok) ? 0 : 1

async function findFigures(): Promise<readonly Figure[]> {
  const names = (await readdir(import.meta.dirname))
    .filter((name) => name.endsWith('.ts') && name !== 'run-bench.ts')
    .toSorted()
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(import.meta.dirname, name)).href) as Promise<Partial<Figure>>),
  )
  return modules.flatMap(({ name, run }) => (name !== undefined && run !== undefined ? [{ name, run }] : []))
}

function sentence({ name, value, baseline, ratio, goal, ok, n }: FigureRow): string {
  const shown = (number: number) => Number(number.toPrecision(4))
  return `${ok ? 'ok    ' : 'missed'}  ${name}: ${shown(value)} beside ${shown(baseline)} = ${shown(ratio)} (goal ${goal}${n === undefined ? '' : `, n ${n}`})`
}
