import type { IntrospectionQuery } from 'graphql';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { askGraph } from './graph';
import { Header } from './header';
import { useWords } from './language';
import { ALL_STEPS, firstView, neighbourhood, rootNames, typeCount, type View } from './neighbourhood';
import { useSetting } from './setting';
import { token } from './token';
import { forgetDrawings, introspectionQuery, loadVoyager } from './voyager';

type Schema = IntrospectionQuery | 'reading' | 'refused';

/** The choices of how far to draw; words.steps names them. */
const STEPS = [1, 2, 3, ALL_STEPS];

/** On a phone the picture alone fills the screen; the descriptions are in the query page's documentation. */
const isNarrow = matchMedia('(max-width: 760px)').matches;

function SchemaPage() {
  return (
    <>
      <Header current="schema" />
      {/* Another holder may see another schema: all is read afresh for each token. */}
      <SchemaMap key={useSetting(token)} />
    </>
  );
}

function SchemaMap() {
  const words = useWords();
  const schema = useSchema();
  const [chosen, choose] = useState<View | null>(null);
  if (schema === 'reading') return <Notice title={words.opening} />;
  if (schema === 'refused') return <Notice title={words.schemaRefused} hint={words.schemaRefusedHint} />;
  const view = chosen ?? firstView(schema);
  return (
    <main className="schema">
      <ViewBar schema={schema} view={view} choose={choose} />
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
function ViewBar({ schema, view, choose }: { schema: IntrospectionQuery; view: View; choose: (view: View) => void }) {
  const words = useWords();
  const count = useMemo(() => typeCount(neighbourhood(schema, view)), [schema, view]);
  return (
    <form className="view-bar">
      <label>
        {words.startFrom}
        <select value={view.root} onChange={({ target }) => choose({ ...view, root: target.value })}>
          {rootNames(schema).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        {words.reach}
        <select value={view.steps} onChange={({ target }) => choose({ ...view, steps: Number(target.value) })}>
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

function Picture({ schema, view: { root, steps } }: { schema: IntrospectionQuery; view: View }) {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    // Voyager does not let go of a place it has drawn in, so each drawing gets one of its own.
    const canvas = document.createElement('div');
    canvas.className = 'schema-canvas';
    place.current?.replaceChildren(canvas);
    loadVoyager().then(
      ({ renderVoyager }) =>
        renderVoyager(canvas, {
          introspection: { data: neighbourhood(schema, { root, steps }) },
          displayOptions: { skipRelay: true, skipDeprecated: true, sortByAlphabet: false, showLeafFields: true },
          hideDocs: isNarrow,
          hideSettings: true,
        }),
      () => setFailed(true),
    );
  }, [schema, root, steps]);

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
