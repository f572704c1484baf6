import { Pool } from 'pg';
import type { RunningPostgres } from '../peers/run-postgres';
import type { Giver } from './giving';

export interface PostgresGiver extends Giver {
  /** Gives every post its portions back. */
  restore(portions: number): Promise<void>;
  close(): void;
}

/** The same update as a prepared statement over a pool of connections. Simultaneous commits share a write to disk. */
export function postgresGiver({ connection }: RunningPostgres, connections: number): PostgresGiver {
  const pool = new Pool({ ...connection, max: connections });
  // The server may end before the last idle connection has closed.
  pool.on('error', () => undefined);
  return {
    name: 'PostgreSQL',
    note: `${connections} connection${connections === 1 ? '' : 's'}`,
    async give(id) {
      const { rowCount } = await pool.query({
        name: 'give',
        text: 'UPDATE posts SET portions_left = portions_left - 1 WHERE id = $1 AND status = 0 AND portions_left > 0',
        values: [id],
      });
      return rowCount === 1;
    },
    async restore(portions) {
      await pool.query('UPDATE posts SET portions_left = $1 WHERE portions_left <> $1', [portions]);
      await pool.query('VACUUM posts');
    },
    // Not awaited, because it would never end if the server no longer answers.
    close: () => void pool.end(),
  };
}
