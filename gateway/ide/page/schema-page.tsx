import type { IntrospectionQuery } from 'graphql';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { askGraph } from './graph';
import { Header } from './header';
import { useWords } from './language';
import { ALL_STEPS, firstView, neighbourhood, rootNames, typeCount, type View } from './neighbourhood';
import { token } from './token';
import { forgetDrawings, introspectionQuery, loadVoyager } from './voyager';

type Schema = IntrospectionQuery | 'reading' | 'refused';

/** The choices of how far to draw; words.steps names them. */
const STEPS = [1, 2, 3, ALL_STEPS];

/** On a phone the picture alone fills the screen; the descriptions are in the query page's documentation. */
const isNarrow = matchMedia('(max-width: 760px)').matches;

/** Whose schema this page shows. */
const holder = token.read();

/**
 * Another view, or another holder, is another visit: Voyager cannot be taken down once it draws, and an address of its
 * own lets a view be bookmarked and sent to others.
 */
function visit(view: View): void {
  location.search = new URLSearchParams({ from: view.root, steps: String(view.steps) }).toString();
}

/** The view that the address names, or the one to begin with. */
function viewOf(schema: IntrospectionQuery): View {
  const asked = new URLSearchParams(location.search);
  const root = asked.get('from') ?? '';
  const steps = Number(asked.get('steps'));
  return rootNames(schema).includes(root) && STEPS.includes(steps) ? { root, steps } : firstView(schema);
}

function SchemaPage() {
  return (
    <>
      <Header current="schema" onTokenSettled={() => token.read() !== holder && location.reload()} />
      <SchemaMap />
    </>
  );
}

function SchemaMap() {
  const words = useWords();
  const schema = useSchema();
  const view = useMemo(() => (typeof schema === 'string' ? null : viewOf(schema)), [schema]);
  if (schema === 'reading') return <Notice title={words.opening} />;
  if (schema === 'refused' || !view) return <Notice title={words.schemaRefused} hint={words.schemaRefusedHint} />;
  return (
    <main className="schema">
      <ViewBar schema={schema} view={view} />
      <Picture schema={schema} view={view} />
    </main>
  );
}

function useSchema(): Schema {
  const [schema, setSchema] = useState<Schema>('reading');
  useEffect(() => {
    let current = true;
    // Meanwhile, so that neither waits for the other; a failure is seen where the picture is drawn.
    loadVoyager().catch(() => undefined);
    void askGraph({ query: introspectionQuery() }).then(({ data }) => {
      if (current) setSchema((data as IntrospectionQuery | null | undefined) ?? 'refused');
    });
    return () => {
      current = false;
    };
  }, []);
  return schema;
}

/** Which part of the schema to draw: from which type, and how far. */
function ViewBar({ schema, view }: { schema: IntrospectionQuery; view: View }) {
  const words = useWords();
  const count = useMemo(() => typeCount(neighbourhood(schema, view)), [schema, view]);
  return (
    <form className="view-bar">
      <label>
        {words.startFrom}
        <select value={view.root} onChange={({ target }) => visit({ ...view, root: target.value })}>
          {rootNames(schema).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        {words.reach}
        <select value={view.steps} onChange={({ target }) => visit({ ...view, steps: Number(target.value) })}>
          {STEPS.map((steps) => (
            <option key={steps} value={steps}>
              {steps === ALL_STEPS ? words.allSteps : words.steps(steps)}
            </option>
          ))}
        </select>
      </label>
      <span className="note">{words.types(count)}</span>
    </form>
  );
}

function Picture({ schema, view }: { schema: IntrospectionQuery; view: View }) {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    loadVoyager().then(
      ({ renderVoyager }) => {
        if (!place.current) return;
        renderVoyager(place.current, {
          introspection: { data: neighbourhood(schema, view) },
          displayOptions: { skipRelay: true, skipDeprecated: true, sortByAlphabet: false, showLeafFields: true },
          hideDocs: isNarrow,
          hideSettings: true,
        });
      },
      () => setFailed(true),
    );
  }, [schema, view]);

  return failed ? <Notice title={words.schemaFailed} /> : <div ref={place} className="schema-picture" />;
}

function Notice({ title, hint }: { title: string; hint?: string }) {
  return (
    <div className="notice" role="status">
      <p className="empty-title">{title}</p>
      {hint && <p>{hint}</p>}
    </div>
  );
}

forgetDrawings();
const root = document.getElementById('root');
if (root) createRoot(root).render(<SchemaPage />);
