import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Header } from './header';
import { useWords } from './language';

/** GraphiQL and Monaco are most of the page's weight: the header is there before they are. */
const Workbench = lazy(async () => ({ default: (await import('./workbench.js')).Workbench }));

function QueryPage() {
  return (
    <>
      <Header current="query" />
      <main className="workbench">
        <Suspense fallback={<Opening />}>
          <Workbench />
        </Suspense>
      </main>
    </>
  );
}

function Opening() {
  return (
    <p className="opening" role="status">
      {useWords().opening}
    </p>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<QueryPage />);
