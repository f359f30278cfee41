import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../log';
import type { ChainHead } from './audit-chain';

/** A line of the file: the newest record of one subgraph at some time. */
export interface ExportedHead extends ChainHead {
  readonly subgraph: string;
  readonly at: string;
}

/**
 * The newest record's number and hash, written to a file outside the database after every commit. Who can rewrite the whole
 * chain in the database still cannot make it agree with what this file says; keep it where the database's owner cannot write.
 */
export class AuditHeadFile {
  private next: ExportedHead | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: string,
    private readonly log?: Logger,
  ) {}

  /** Resolves when this head, or a newer one, is in the file. Those that come while a line is being written make one line, the newest. */
  note(head: ExportedHead): Promise<void> {
    if (!this.next || head.sequence > this.next.sequence) this.next = head;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const head = this.next;
    if (!head) return;
    this.next = null;
    try {
      await this.append(`${JSON.stringify(head)}\n`);
    } catch (error) {
      this.log?.error({ err: error }, 'the audit heads cannot be exported; the records themselves are in the database');
    }
  }

  /** One short append: processes that share the file cannot tear each other's lines. */
  private async append(line: string): Promise<void> {
    const write = () => appendFile(this.file, line, { mode: 0o640 });
    await write().catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      await mkdir(path.dirname(path.resolve(this.file)), { recursive: true });
      await write();
    });
  }
}

/** The heads in the file, oldest first; a last line that a crash cut off is passed over. */
export async function readHeads(file: string): Promise<ExportedHead[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const isCut = lines.at(-1) !== '';
  return lines.slice(0, isCut ? -1 : undefined).flatMap((line, index) => {
    if (line === '') return [];
    try {
      return [JSON.parse(line) as ExportedHead];
    } catch {
      throw new Error(`${file}:${index + 1} is not an exported head`);
    }
  });
}
