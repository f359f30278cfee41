import { describeEnum } from '@township-graph/shared/described-enum';
import { DivisionKind, DivisionLevel } from '@township-graph/shared/division-code';
import { DateScalar, DivisionCodeScalar } from '@township-graph/shared/scalars';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

describeEnum(
  DivisionLevel,
  'DivisionLevel',
  { en: 'Level of an administrative division', zh: '行政区划层级' },
  {
    PROVINCE: { en: 'Province', zh: '省级' },
    PREFECTURE: { en: 'Prefecture', zh: '地级' },
    COUNTY: { en: 'County, district or county-level city', zh: '县级' },
    TOWNSHIP: { en: 'Township, town or subdistrict', zh: '乡级' },
    VILLAGE: { en: 'Village or community', zh: '村级' },
  },
);

describeEnum(
  DivisionKind,
  'DivisionKind',
  { en: 'Kind of a township or village, as its last three digits say', zh: '乡级、村级区划类别（由末三位代码确定）' },
  {
    SUBDISTRICT: { en: 'Subdistrict, 001–099', zh: '街道' },
    TOWN: { en: 'Town, 100–199', zh: '镇' },
    TOWNSHIP: { en: 'Township, 200–399', zh: '乡（含民族乡、苏木）' },
    TOWNSHIP_EQUIVALENT: { en: 'Statistical unit on the level of a township (farm, zone), 400–599', zh: '类似乡级单位' },
    RESIDENTS_COMMITTEE: { en: 'Urban community, 001–199', zh: '居民委员会' },
    VILLAGERS_COMMITTEE: { en: 'Village, 200–399', zh: '村民委员会' },
    RESIDENTS_EQUIVALENT: { en: 'Similar to a community, 400–499', zh: '类似居委会' },
    VILLAGERS_EQUIVALENT: { en: 'Similar to a village, 500–599', zh: '类似村委会' },
  },
);

/** A division: the tree that every other row of the graph hangs on. Public: division codes are published by law. */
@Entity('division')
@ObjectType({ description: 'Administrative division: province, prefecture, county, township or village. 行政区划。' })
@Directive('@key(fields: "code")')
export class Division {
  @Field(() => DivisionCodeScalar, {
    description: 'Code of 6, 9 or 12 digits; unique, never reused after abolition (MCA Order 79 §6). 区划代码，撤销后不再使用。',
  })
  @PrimaryColumn({ type: 'varchar' })
  readonly code!: string;

  @Field(() => String, { description: 'Official name. 名称。' })
  @Column({ type: 'varchar' })
  name!: string;

  @Field(() => DivisionLevel, { description: 'Level in the tree. 层级。' })
  @Column({ type: 'varchar' })
  readonly level!: DivisionLevel;

  @Field(() => DivisionKind, { nullable: true, description: 'Kind of a township or village; null above. 乡级、村级类别，县级及以上为空。' })
  @Column({ type: 'varchar', nullable: true })
  readonly kind!: DivisionKind | null;

  /** Stored, not derived: counties directly under a province and cities without counties skip a level. */
  @Column({ type: 'varchar', nullable: true })
  parentCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Urban–rural class of the statistical code: 111, 112, 121, 122, 123, 210 or 220. 城乡分类代码。',
  })
  @Column({ type: 'varchar', nullable: true })
  urbanRuralClass!: string | null;

  @Field(() => Int, { nullable: true, description: 'Resident population in persons; null where the snapshot has none. 常住人口（人）。' })
  @Column({ type: 'int', nullable: true })
  population!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day it is known under this code; null when older than our records. 启用日期。',
  })
  @Column({ type: 'varchar', nullable: true })
  validFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it no longer exists; null while it does. 撤销日期。' })
  @Column({ type: 'varchar', nullable: true })
  validTo!: string | null;

  @Column({ type: 'varchar', nullable: true })
  successorCode!: string | null;

  @Field(() => Int, { description: 'Version for `expectedVersion`. 版本号。' })
  @Column({ type: 'int' })
  version!: number;
}
