import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** `BEFORE`: the server never gets the statement. `AFTER`: it has carried it out, and its answer is lost. */
export type CutWhen = 'BEFORE' | 'AFTER';

/** A packet of the MySQL protocol: three bytes of length, one of sequence, then its content. */
const HEADER_BYTES = 4;
/** What the content of a statement begins with. */
const COM_QUERY = 0x03;

/** Stands between a client and a MariaDB server, and cuts their connection exactly where a test wants it cut. */
export class CuttingProxy {
  private readonly server = createServer((client) => this.join(client));
  private readonly open = new Set<Socket>();
  private wanted: { readonly statement: RegExp; readonly when: CutWhen } | null = null;
  private port = 0;

  /** A server as its URL names it. */
  constructor(private readonly target: URL) {}

  /** The same database by way of this proxy. */
  get url(): string {
    return Object.assign(new URL(this.target), { port: this.port }).href;
  }

  /** True as long as the cut that was asked for has not come about. */
  get isWaiting(): boolean {
    return this.wanted !== null;
  }

  /** Takes connections; again on the same port after a {@link close}. */
  async listen(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as { port: number }).port;
  }

  /** Takes none any more, and cuts those that are open. */
  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.cutAll();
    await closed;
  }

  /** Cuts the next connection that sends a statement like this, once. */
  cutNext(statement: RegExp, when: CutWhen): void {
    this.wanted = { statement, when };
  }

  cutAll(): void {
    for (const socket of this.open) socket.destroy();
  }

  private join(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    this.hold(client, server);
    this.hold(server, client);
    let isAnswerLost = false;
    const read = statementReader((sql) => {
      if (!this.wanted?.statement.test(sql)) return;
      isAnswerLost = this.wanted.when === 'AFTER';
      if (!isAnswerLost) client.destroy();
      this.wanted = null;
    });
    client.on('data', (bytes) => {
      read(bytes);
      if (!client.destroyed) server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (isAnswerLost) client.destroy();
      else client.write(bytes);
    });
  }

  private hold(socket: Socket, other: Socket): void {
    this.open.add(socket);
    socket.setNoDelay(true);
    // A broken connection is what this is for; its `close` follows.
    socket.on('error', () => {});
    socket.on('close', () => {
      this.open.delete(socket);
      other.destroy();
    });
  }
}

/** Finds the statements in what a client sends, however it comes in pieces. */
function statementReader(onStatement: (sql: string) => void): (bytes: Buffer) => void {
  let pending = Buffer.alloc(0);
  return (bytes) => {
    pending = Buffer.concat([pending, bytes]);
    while (pending.length >= HEADER_BYTES) {
      const end = HEADER_BYTES + pending.readUIntLE(0, 3);
      if (pending.length < end) return;
      const content = pending.subarray(HEADER_BYTES, end);
      pending = pending.subarray(end);
      if (content[0] === COM_QUERY) onStatement(content.toString('utf8', 1));
    }
  };
}
