import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Figure, FigureRow } from './figure.ts'

// Every other module of this folder that exports `name` and `run` is a figure: adding a file adds a row.
const { values: options } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } })
const all = await findFigures()
const figures = options.only === undefined ? all : all.filter(({ name }) => name === options.only)
if (figures.length === 0) console.error(`No such figure. There are: ${all.map(({ name }) => name).join(', ')}`)

const rows: FigureRow[] = []
for (const { name, run } of figures) {
  const measurement = await run()
  if (measurement) rows.push({ name, ...measurement })
  console.log(measurement ? sentence({ name, ...measurement }) : `left out  ${name}: this system cannot measure it`)
}
if (options.json !== undefined) await writeFile(options.json, JSON.stringify(rows, null, 2))
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

function sentence({ name, value, baseline, ratio, goal, ok }: FigureRow): string {
  const shown = (number: number) => Number(number.toPrecision(4))
  return `${ok ? 'ok    ' : 'missed'}  ${name}: ${shown(value)} beside ${shown(baseline)} = ${shown(ratio)} (goal ${goal})`
}
