import { DomainError } from '@township-graph/shared/errors';
import { holds, type Viewer } from '@township-graph/shared/viewer';
import { RecentlyUsed } from '../recently-used';
import { bareId, type DocumentManifest, manifestFrom } from './document-manifest';

/** How a request names what it wants executed: by its text, by an id, or by the hash of Apollo's protocol. */
export interface DocumentReference {
  readonly query?: string;
  readonly documentId?: string;
  readonly sha256Hash?: string;
}

/** What clients register is kept up to this many characters together; one whose text was dropped sends it again. */
const REGISTERED_CHARACTERS = 8 * 1024 * 1024;

/**
 * Documents that clients ask for by id: those listed beforehand, and those that a client has registered (automatic persisted
 * queries). As a safelist, what is not listed is refused to all but those who may read the schema, who are at work on it.
 */
export class PersistedDocuments {
  private listed: DocumentManifest = new Map();
  private listedTexts: ReadonlySet<string> = new Set();
  private readonly registered = new RecentlyUsed<string>(REGISTERED_CHARACTERS);

  constructor(private readonly isSafelist: boolean) {}

  /** Takes the place of what was listed; a manifest that cannot be used throws, and the old one stays. */
  list(json: string): void {
    this.listed = manifestFrom(json);
    this.listedTexts = new Set(this.listed.values());
  }

  /** What is listed, in the list's order. */
  get texts(): Iterable<string> {
    return this.listedTexts;
  }

  /** The text asked for; null for what Apollo Server should answer: that there is none, or that its client must send it. */
  textOf({ query, documentId, sha256Hash }: DocumentReference, viewer: Viewer): string | null {
    const isAdHocAllowed = !this.isSafelist || holds(viewer, 'schema:read');
    if (query !== undefined) {
      if (isAdHocAllowed || this.listedTexts.has(query)) return query;
      throw new NotListed();
    }
    const id = documentId ?? sha256Hash;
    if (id === undefined) return null;
    const text = this.listed.get(bareId(id)) ?? (isAdHocAllowed ? this.registered.get(bareId(id)) : undefined);
    if (text !== undefined) return text;
    if (documentId !== undefined || !isAdHocAllowed) throw new NotListed();
    return null;
  }

  /**
   * Where Apollo Server registers what it has verified and executed. It never finds anything here: texts are put into requests
   * before Apollo sees them, so that none comes past the limits.
   */
  readonly registry = {
    get: async () => undefined,
    /** Apollo puts a prefix of its own before the hash. */
    set: async (key: string, text: string) => this.registered.set(key.slice(key.lastIndexOf(':') + 1), text, text.length),
    delete: async () => false,
  };
}

class NotListed extends DomainError {
  constructor() {
    super('OPERATION_REFUSED', 'OPERATION_NOT_LISTED', {
      zh: '该查询不在许可清单中',
      en: 'The operation is not on the list of persisted documents',
    });
  }
}
