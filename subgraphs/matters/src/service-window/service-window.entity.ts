import type { Viewer } from '@township-graph/shared/viewer';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MatterKind } from '../matter/matter.enums';
import { WindowState } from './service-window.enums';

/** A window of a service point. Public, as the sign above it is; who sits behind it is not. */
@Entity('service_window')
@ObjectType({ description: 'A window of a service point, where numbers are called to. 服务窗口。' })
@Directive('@key(fields: "id")')
export class ServiceWindow {
  @Field(() => ID, { description: 'Opaque identifier. 标识。' })
  @PrimaryColumn({ type: 'varchar' })
  readonly id!: string;

  @Column({ type: 'varchar' })
  readonly servicePointId!: string;

  @Column({ type: 'varchar' })
  readonly divisionCode!: string;

  @Field(() => Int, { description: 'Number on its sign, unique at its service point. 窗口号。' })
  @Column({ type: 'int' })
  readonly number!: number;

  @Field(() => String, { description: 'Name on its sign. 窗口名称。' })
  @Column({ type: 'varchar' })
  name!: string;

  @Field(() => WindowState, { description: 'State. 状态。' })
  @Column({ type: 'varchar' })
  state!: WindowState;

  @Column({ type: 'varchar', nullable: true })
  clerk!: string | null;

  @Field(() => [MatterKind], { description: 'Kinds of matters it serves; empty when all. 受理的事项类型，空表示全部。' })
  @Column({ type: 'simple-json' })
  kinds!: MatterKind[];

  @Field(() => Date, { nullable: true, description: 'When it was last opened; null while closed. 开窗时间。' })
  @Column({ type: 'datetime', precision: 3, nullable: true })
  openedAt!: Date | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;

  /** Whether the viewer is the clerk at it. */
  isHeldBy({ subject }: Viewer): boolean {
    return subject !== null && subject === this.clerk;
  }
}
