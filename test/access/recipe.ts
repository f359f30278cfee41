import type { Speech } from './canaries';
import type { Owner } from './owners';

/** A row as a recipe gives it; texts that it leaves out are planted, and the rest gets some value. */
export type GivenRow = Readonly<Record<string, unknown>>;

/** How rows of one table are made for each owner, and who may see them. Every table of every subgraph has one. */
export interface Recipe {
  /**
   * DIVISION: what an owner does not publish is for its division and those above it.
   * PUBLIC: all of it is published by law, so there is nothing to keep. INTERNAL: no field shows it to anybody.
   */
  readonly kept: 'DIVISION' | 'PUBLIC' | 'INTERNAL';
  /** Why nothing is kept, or why nothing is shown. */
  readonly because?: string;
  rows(owner: Owner, say: Speech, saidBy: (owner: Owner) => Speech): readonly GivenRow[];
  /** Columns that hold no free text: values of an enum, codes of divisions, references to what is public. */
  readonly plain?: readonly string[];
  /** Columns that no field shows, not even to those who may see the row; with the reason. */
  readonly unseen?: Readonly<Record<string, string>>;
  /** Whether every command writes here, refused ones too: such rows do not tell that somebody's data was touched. */
  readonly isJournal?: boolean;
}

/** By the name of the table. */
export type Recipes = Readonly<Record<string, Recipe>>;
