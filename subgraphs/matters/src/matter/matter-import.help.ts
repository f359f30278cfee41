import { COLUMNS } from './matter-import.columns';

/** The columns as a table in Markdown, as `data/matter-columns.md` holds it. */
export function columnTable(): string {
  const rows = COLUMNS.map(
    ([
      ,
      {
        names: [name, ...aliases],
        isNeeded,
        cell,
        about,
      },
    ]) =>
      [
        `${name}${isNeeded ? ' \\*' : ''}`,
        aliases.map((alias) => `\`${alias}\``).join(' '),
        about,
        cell.accepts.replaceAll('|', '\\|'),
      ].join(' | '),
  );
  return ['| 列 column | 别名 alias | 说明 meaning | 可填 accepted |', '|---|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n');
}

/** The same for a terminal. */
export function columnHelp(): string {
  const lines = COLUMNS.map(
    ([, { names, isNeeded, cell, about }]) => `  ${isNeeded ? '*' : ' '} ${names.join(' / ')}\n      ${about}\n      ${cell.accepts}`,
  );
  return lines.join('\n');
}
