import { type EntityManager, type EntityTarget, Like, type ObjectLiteral } from 'typeorm';
import { ImportCheckpoint } from '../src/import-checkpoint';
import { DEFAULT_SCALE, DemoScaleDiffers } from './scale';

/** How far demonstration rows have come that take many transactions; whoever goes on makes what is left of the same. */
export interface DemoLoad {
  readonly id: string;
  readonly scale: number;
  /** Up to when they go. */
  readonly now: Date;
  /** Of whatever is counted; ALL when nothing is left, whatever there was. */
  readonly done: number;
}

export const ALL = 2 ** 31 - 1;

/** The load of this name, if one has begun. Throws DemoScaleDiffers if it did at another scale than is asked for. */
export async function findDemoLoad(manager: EntityManager, name: string, asked?: number): Promise<DemoLoad | null> {
  const checkpoint = await manager.findOneBy(ImportCheckpoint, { id: Like(`${name}:%`) });
  if (!checkpoint) return null;
  const [, written, ...instant] = checkpoint.id.split(':');
  const scale = Number(written);
  if (asked !== undefined && asked !== scale) throw new DemoScaleDiffers(scale, asked);
  return { id: checkpoint.id, scale, now: new Date(instant.join(':')), done: checkpoint.rowsDone };
}

export interface WantedLoad {
  /** A table that, if it holds rows already, holds somebody else's: then none of ours are added. */
  readonly beside: EntityTarget<ObjectLiteral>;
  readonly scale: number | undefined;
  readonly now: Date;
}

/** Notes that nothing is left: whoever comes next need not make a plan to see it. */
export async function endDemoLoad(manager: EntityManager, { id }: DemoLoad): Promise<void> {
  await manager.update(ImportCheckpoint, { id }, { rowsDone: ALL });
}

/** Notes what is to be loaded, before any of it is. */
export async function beginDemoLoad(manager: EntityManager, name: string, wanted: WantedLoad): Promise<DemoLoad> {
  const { beside, now } = wanted;
  const scale = (await manager.existsBy(beside, {})) ? 0 : (wanted.scale ?? DEFAULT_SCALE);
  const id = `${name}:${scale}:${now.toISOString()}`;
  await manager.insert(ImportCheckpoint, { id, rowsDone: 0, updatedAt: now });
  return { id, scale, now, done: 0 };
}
