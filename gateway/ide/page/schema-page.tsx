import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { askGraph } from './graph';
import { Header } from './header';
import { useWords } from './language';
import { useSetting } from './setting';
import { token } from './token';
import { forgetDrawings, introspectionQuery, loadVoyager } from './voyager';
import type { Words } from './words';

/** On a phone the picture alone fills the screen; the descriptions are in the query page's documentation. */
const isNarrow = matchMedia('(max-width: 760px)').matches;

type Drawing = 'drawing' | 'drawn' | 'refused' | 'failed';

function SchemaPage() {
  return (
    <>
      <Header current="schema" />
      {/* Another holder may see another schema: the picture is drawn afresh for each token. */}
      <SchemaPicture key={useSetting(token)} />
    </>
  );
}

function SchemaPicture() {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing>('drawing');

  useEffect(() => {
    let current = true;
    void drawInto(place.current).then((result) => {
      if (current) setDrawing(result);
    });
    return () => {
      current = false;
    };
  }, []);

  return (
    <main className="schema">
      {drawing !== 'drawn' && <Notice drawing={drawing} words={words} />}
      <div ref={place} className="schema-picture" hidden={drawing === 'refused' || drawing === 'failed'} />
    </main>
  );
}

async function drawInto(place: HTMLDivElement | null): Promise<Drawing> {
  try {
    const [voyager, answer] = await Promise.all([loadVoyager(), askGraph({ query: introspectionQuery() })]);
    if (!answer.data) return 'refused';
    if (!place) return 'failed';
    voyager.renderVoyager(place, {
      introspection: answer,
      displayOptions: { skipRelay: true, skipDeprecated: true, sortByAlphabet: false, showLeafFields: true },
      hideDocs: isNarrow,
      hideSettings: isNarrow,
    });
    return 'drawn';
  } catch {
    return 'failed';
  }
}

function Notice({ drawing, words }: { drawing: Drawing; words: Words }) {
  if (drawing === 'drawing') {
    return (
      <p className="opening" role="status">
        {words.drawing}
      </p>
    );
  }
  return (
    <div className="notice" role="alert">
      <p className="empty-title">{drawing === 'refused' ? words.schemaRefused : words.schemaFailed}</p>
      {drawing === 'refused' && <p>{words.schemaRefusedHint}</p>}
    </div>
  );
}

forgetDrawings();
const root = document.getElementById('root');
if (root) createRoot(root).render(<SchemaPage />);
