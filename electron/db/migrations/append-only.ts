/** The triggers that refuse to change or to erase a row of a table. */
export function appendOnly(table: string): readonly string[] {
  return [
    `CREATE TRIGGER ${table}_is_not_changed BEFORE UPDATE ON ${table}
     BEGIN SELECT RAISE (ABORT, '${table}: append-only'); END`,
    `CREATE TRIGGER ${table}_is_not_erased BEFORE DELETE ON ${table}
     BEGIN SELECT RAISE (ABORT, '${table}: append-only'); END`,
  ]
}
