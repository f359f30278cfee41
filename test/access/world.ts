import type { OpenSubgraph } from '@township-graph/commands/open-subgraphs';
import { insertAll } from '@township-graph/shared/insert-all';
import { Canaries } from './canaries';
import { OWNERS, type Owner } from './owners';
import type { GivenRow, Recipe, Recipes } from './recipe';
import { ASSESSMENT_RECIPES } from './recipes/assessment';
import { DIRECTORY_RECIPES } from './recipes/directory';
import { ENFORCEMENT_RECIPES } from './recipes/enforcement';
import { eventsNamed, JOURNAL_RECIPES } from './recipes/journal';
import { MATTERS_RECIPES } from './recipes/matters';
import { SECONDMENT_RECIPES } from './recipes/secondment';
import { OPEN_FEED } from './viewers';

/** By the name of the subgraph. */
const RECIPES: Readonly<Record<string, Recipes>> = {
  directory: { ...DIRECTORY_RECIPES, ...JOURNAL_RECIPES, outbox_event: eventsNamed(OPEN_FEED) },
  matters: { ...MATTERS_RECIPES, ...JOURNAL_RECIPES },
  assessment: { ...ASSESSMENT_RECIPES, ...JOURNAL_RECIPES },
  enforcement: { ...ENFORCEMENT_RECIPES, ...JOURNAL_RECIPES },
  secondment: { ...SECONDMENT_RECIPES, ...JOURNAL_RECIPES },
};

type EntityMetadata = OpenSubgraph['database']['entityMetadatas'][number];
type ColumnMetadata = EntityMetadata['columns'][number];

/** A table with the rows that each owner has in it. */
interface Table {
  readonly subgraph: string;
  readonly database: OpenSubgraph['database'];
  readonly metadata: EntityMetadata;
  readonly recipe: Recipe;
  readonly rows: ReadonlyMap<Owner, readonly GivenRow[]>;
}

const isText = ({ type }: ColumnMetadata) => ['varchar', 'text', 'simple-json', 'char', String].includes(type as string);

/** Every row of every table, made up owner by owner: what there is to see, and what there is to hide. */
export class World {
  readonly canaries = new Canaries();
  /** Tables that no recipe speaks of. */
  readonly unknown: string[] = [];
  private readonly tables: Table[] = [];

  constructor(subgraphs: readonly OpenSubgraph[]) {
    for (const { name: subgraph, database } of subgraphs) {
      for (const metadata of database.entityMetadatas) {
        const recipe = RECIPES[subgraph]?.[metadata.tableName];
        if (!recipe) this.unknown.push(`${subgraph}.${metadata.tableName}`);
        else this.tables.push({ subgraph, database, metadata, recipe, rows: this.rowsOf(metadata, recipe) });
      }
    }
  }

  async plant(owners: readonly Owner[]): Promise<void> {
    for (const { database, metadata, rows } of this.tables)
      await insertAll(
        database.manager,
        metadata.target,
        owners.flatMap((owner) => rows.get(owner) ?? []),
      );
  }

  async uproot(owners: readonly Owner[]): Promise<void> {
    for (const { database, metadata, rows } of this.tables) {
      for (const row of owners.flatMap((owner) => rows.get(owner) ?? [])) {
        const key = Object.fromEntries(metadata.primaryColumns.map(({ propertyName }) => [propertyName, row[propertyName]]));
        await database.manager.delete(metadata.target, key);
      }
    }
  }

  /** All rows of all tables but those that every command writes: the same before and after what changes nothing. */
  async everyRow(): Promise<Record<string, unknown>> {
    const all: Record<string, unknown> = {};
    for (const { subgraph, database, metadata, recipe } of this.tables) {
      if (recipe.isJournal) continue;
      const query = database.createQueryBuilder(metadata.target, 'row');
      for (const { propertyName } of metadata.primaryColumns) query.addOrderBy(`row.${propertyName}`);
      all[`${subgraph}.${metadata.tableName}`] = await query.getRawMany();
    }
    return all;
  }

  /** Columns of what is kept in which nothing is planted, although the recipe does not call them plain. */
  unplanted(): string[] {
    return this.tables.flatMap(({ subgraph, metadata, recipe, rows }) => {
      if (recipe.kept !== 'DIVISION') return [];
      const kept = [...rows].filter(([owner]) => !owner.isPublic).flatMap(([, each]) => each);
      return metadata.columns
        .filter((column) => isText(column) && !recipe.plain?.includes(column.propertyName))
        .filter(({ propertyName }) => !kept.some((row) => this.canaries.foundIn(JSON.stringify(row[propertyName] ?? null)).size > 0))
        .map(({ propertyName }) => `${subgraph}.${metadata.tableName}.${propertyName}`);
    });
  }

  /** Whether no field shows the column, as `table.column`, to anybody. */
  isUnseen(name: string): boolean {
    const [table, column] = name.split('.');
    // Tables of the kernel are in several subgraphs: one that shows the column is enough.
    const recipes = this.tables.filter(({ metadata }) => metadata.tableName === table).map(({ recipe }) => recipe);
    return recipes.length > 0 && recipes.every(({ kept, unseen = {} }) => kept === 'INTERNAL' || Object.hasOwn(unseen, column!));
  }

  /** Values that the column has in the rows of each owner, by the name of the type that is also the table; none for what is no column. */
  valuesOf(type: string, column: string, owners: readonly Owner[]): unknown[] {
    const tables = this.tables.filter(({ metadata }) => metadata.name === type);
    const values = owners.flatMap((owner) => tables.flatMap(({ rows }) => (rows.get(owner) ?? []).map((row) => row[column])));
    return [...new Set(values.filter((value) => value !== undefined && value !== null))];
  }

  /** Whether rows of the type are all published by law. */
  isPublic(type: string): boolean {
    return this.tables.some(({ metadata, recipe }) => metadata.name === type && recipe.kept === 'PUBLIC');
  }

  /** Whether rows of the type are the subgraph's own. */
  keeps(subgraph: string, type: string): boolean {
    return this.tables.some(({ subgraph: keeper, metadata }) => keeper === subgraph && metadata.name === type);
  }

  /** The types that are tables. */
  types(): string[] {
    return [...new Set(this.tables.map(({ metadata }) => metadata.name))];
  }

  columnsOf(type: string): string[] {
    return this.tables.find(({ metadata }) => metadata.name === type)!.metadata.columns.map(({ propertyName }) => propertyName);
  }

  private rowsOf(metadata: EntityMetadata, recipe: Recipe): Table['rows'] {
    const saidBy = (owner: Owner) => this.canaries.of(owner);
    const owners = OWNERS.filter(({ isPublic }) => isPublic || recipe.kept !== 'PUBLIC');
    return new Map(
      owners.map((owner) => [
        owner,
        recipe.rows(owner, saidBy(owner), saidBy).map((row, index) => this.filled(metadata, owner, row, `row ${index}`)),
      ]),
    );
  }

  /** The row with a text of its own in every text column that the recipe leaves to us. */
  private filled({ tableName, columns }: EntityMetadata, owner: Owner, given: GivenRow, row: string): GivenRow {
    const planted = columns.map((column) => {
      const { propertyName: name } = column;
      return [name, name in given ? given[name] : this.filler(`${tableName}.${name}`, column, owner, row)];
    });
    return Object.fromEntries(planted);
  }

  private filler(name: string, column: ColumnMetadata, owner: Owner, row: string): unknown {
    if (column.type === 'simple-json') throw new Error(`${name} holds JSON: a recipe must say what stands in it`);
    if (isText(column)) return this.canaries.of(owner).text(name, row);
    if (column.type === 'boolean') return true;
    return column.type === 'datetime' ? new Date('2020-01-01T00:00:00Z') : 1;
  }
}
