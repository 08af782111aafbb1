/** Does and answers as that database, but for what is replaced. */
export function replacing(
  database: D1Database,
  methods: Partial<Pick<D1Database, 'prepare' | 'batch'>>,
): D1Database {
  return new Proxy(database, {
    get(target, property) {
      const value: unknown = Reflect.get(methods, property) ?? Reflect.get(target, property)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

/** Tells every statement that is prepared. */
export function watching(database: D1Database, see: (text: string) => void): D1Database {
  return replacing(database, {
    prepare: (text) => {
      see(text)
      return database.prepare(text)
    },
  })
}

/** Fails at every statement, or at those that match. */
export function breaking(database: D1Database, at = /./): D1Database {
  return watching(database, (text) => {
    if (at.test(text)) throw new Error('the store is broken')
  })
}

/** Has something happen right before each batch. */
export function beforeBatches(
  database: D1Database,
  happen: (statements: D1PreparedStatement[]) => unknown,
): D1Database {
  return replacing(database, {
    batch: async (statements) => {
      await happen(statements)
      return database.batch(statements)
    },
  })
}
