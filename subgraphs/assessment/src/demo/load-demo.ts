import type { DataSource } from 'typeorm';

/** Nothing is demonstrated yet. */
export async function loadDemo(_database: DataSource): Promise<void> {}
