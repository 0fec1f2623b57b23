import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

test('every test that the list of faults names is there, and every row names one or says "not yet"', () => {
  const list = readFileSync(join(ROOT, 'docs', 'proof', 'faults.md'), 'utf8')
  const named = [...list.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  const rows = list.split('\n').filter((line) => /^\| \d+ /.test(line))
  expect(new Set(rows.map((row) => Number(row.split('|')[1])))).toEqual(
    // Up to 16 what may befall a desk; 24 and 25 are pictures and sheets of paper.
    new Set([...Array.from({ length: 16 }, (_, n) => n + 1), 24, 25]),
  )
  expect(rows.filter((row) => !/\.(test|spec)\.ts`|not yet/.test(row))).toEqual([])
})
