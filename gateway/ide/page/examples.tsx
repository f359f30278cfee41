import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { EXAMPLES, type Example } from './example';
import { language, useWords } from './language';
import { useSetting } from './setting';

/** The list of example queries in GraphiQL's side panel. Its title is also the name under which GraphiQL remembers it. */
export const EXAMPLES_PLUGIN: GraphiQLPlugin = {
  title: '示例查询 Example queries',
  icon: () => (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5.5h10M4 10h7M4 14.5h5M4 19h4" strokeLinecap="round" />
      <path d="m13.5 13 6 3.5-6 3.5z" strokeLinejoin="round" />
    </svg>
  ),
  content: Examples,
};

function Examples() {
  const words = useWords();
  const chosen = useSetting(language);
  const openTab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.title);
  const open = useOpenExample();
  const audiences = [...new Set(EXAMPLES.map(({ audience }) => audience[chosen]))];
  return (
    <section className="examples" aria-label={words.examples}>
      <h2>{words.examples}</h2>
      <p>{words.examplesIntroduction}</p>
      {audiences.map((audience) => (
        <div key={audience}>
          <h3>{audience}</h3>
          <ul>
            {EXAMPLES.filter((example) => example.audience[chosen] === audience).map((example) => (
              <li key={example.operationName}>
                <button type="button" aria-current={example.operationName === openTab ? 'true' : undefined} onClick={() => open(example)}>
                  {example.title[chosen]}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Goes to the example's tab; if that was closed, opens the example in a new one. */
function useOpenExample(): (example: Example) => void {
  const { addTab, changeTab } = useGraphiQLActions();
  const { tabs, queryEditor, variableEditor } = useGraphiQL(({ tabs, queryEditor, variableEditor }) => ({
    tabs,
    queryEditor,
    variableEditor,
  }));
  return ({ operationName, query, variables }) => {
    const index = tabs.findIndex(({ title }) => title === operationName);
    if (index >= 0) return changeTab(index);
    addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
  };
}
