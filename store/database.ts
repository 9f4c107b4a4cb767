import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  Kysely,
  QueryResult,
  TransactionSettings,
} from 'kysely';
import { StoreFailure, type StoreFault } from './ports.ts';
import type { Tables } from './schema.ts';

/** What repositories speak to: the same for every back end. */
export type Database = Kysely<Tables>;

/** What went wrong, from the error a driver threw. */
export type FaultOf = (error: unknown) => StoreFault;

export function failureOf(error: unknown, faultOf: FaultOf): StoreFailure {
  if (error instanceof StoreFailure) return error;
  return new StoreFailure(faultOf(error), error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}

/** The dialect as it is, but all its errors are store failures: told in one place and not in each repository. */
export function withFailures(dialect: Dialect, faultOf: FaultOf): Dialect {
  return {
    createDriver: () => new FailureDriver(dialect.createDriver(), faultOf),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

class FailureConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  private readonly faultOf: FaultOf;

  constructor(inner: DatabaseConnection, faultOf: FaultOf) {
    this.inner = inner;
    this.faultOf = faultOf;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      return await this.inner.executeQuery<R>(query);
    } catch (error) {
      throw failureOf(error, this.faultOf);
    }
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<R>> {
    try {
      yield* this.inner.streamQuery<R>(query, chunkSize);
    } catch (error) {
      throw failureOf(error, this.faultOf);
    }
  }
}

class FailureDriver implements Driver {
  private readonly inner: Driver;
  private readonly faultOf: FaultOf;

  constructor(inner: Driver, faultOf: FaultOf) {
    this.inner = inner;
    this.faultOf = faultOf;
  }

  init(): Promise<void> {
    return this.guarded(() => this.inner.init());
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await this.guarded(() => this.inner.acquireConnection());
    return new FailureConnection(connection, this.faultOf);
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.guarded(() => this.inner.beginTransaction(own(connection), settings));
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.guarded(() => this.inner.commitTransaction(own(connection)));
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.guarded(() => this.inner.rollbackTransaction(own(connection)));
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.guarded(() => this.inner.releaseConnection(own(connection)));
  }

  destroy(): Promise<void> {
    return this.guarded(() => this.inner.destroy());
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw failureOf(error, this.faultOf);
    }
  }
}

/** A driver knows only the connections it gave out itself. */
function own(connection: DatabaseConnection): DatabaseConnection {
  return connection instanceof FailureConnection ? connection.inner : connection;
}
