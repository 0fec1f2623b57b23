import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { withStatementCache } from './statement-cache.ts'

test('a statement is prepared once, and the one unused for longest leaves first', () => {
  const database = new Database(':memory:')
  const cache = withStatementCache(database, 2)
  const one = cache.prepare('SELECT 1')
  const two = cache.prepare('SELECT 2')
  expect(cache.prepare('SELECT 1')).toBe(one)
  cache.prepare('SELECT 3')
  expect(cache.prepare('SELECT 1')).toBe(one)
  expect(cache.prepare('SELECT 2')).not.toBe(two)
  cache.close()
  expect(database.open).toBe(false)
})

test('a statement whose rows are still being read is not given to a second reader', () => {
  const cache = withStatementCache(new Database(':memory:'), 2)
  const rows = cache.prepare('SELECT 1 AS n UNION SELECT 2').iterate([])
  expect(rows.next().value).toEqual({ n: 1 })
  expect(cache.prepare('SELECT 1 AS n UNION SELECT 2').all([])).toEqual([{ n: 1 }, { n: 2 }])
  expect([...rows]).toEqual([{ n: 2 }])
  cache.close()
})

test('a statement that was cached fits a table that changed since', () => {
  const database = new Database(':memory:')
  const cache = withStatementCache(database, 2)
  database.exec('CREATE TABLE word (a)')
  cache.prepare('INSERT INTO word VALUES (?)').run([1])
  cache.prepare('SELECT * FROM word').all([])
  database.exec('ALTER TABLE word ADD COLUMN b')
  expect(cache.prepare('SELECT * FROM word').all([])).toEqual([{ a: 1, b: null }])
  cache.close()
})
