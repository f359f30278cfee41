/** The files of ../queries, read when the page is built. */
declare module 'township-graph:queries' {
  /** One file: its name without its ending, its text, and the text of the variables beside it. */
  export interface QueryFile {
    readonly name: string;
    readonly query: string;
    readonly variables: string;
  }
  export const QUERIES: readonly QueryFile[];
}
