import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A name that some matter has or had. Not guarded: what is found here is only a key, and the row behind it is scoped. */
@Entity('search_name')
export class SearchName {
  @PrimaryColumn({ type: 'varchar' })
  readonly nameKey!: string;

  @Column({ type: 'varchar' })
  readonly searched!: string;
}

/** A posting: this token occurs in that name. */
@Entity('search_token')
export class SearchToken {
  @PrimaryColumn({ type: 'varchar' })
  readonly token!: string;

  @PrimaryColumn({ type: 'varchar' })
  readonly nameKey!: string;
}
