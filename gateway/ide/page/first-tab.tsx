import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/**
 * Fills the editors from the tab that is open when the page opens. GraphiQL does so when the tab changes, but at first
 * it takes the query alone, and that from the first tab only.
 */
export function FirstTab(): null {
  const { tab, queryEditor, variableEditor } = useGraphiQL(({ tabs, activeTabIndex, queryEditor, variableEditor }) => ({
    tab: tabs[activeTabIndex],
    queryEditor,
    variableEditor,
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the editors are there; with the tab in the list, later edits would be overwritten
  useEffect(() => {
    if (tab?.query && queryEditor?.getValue() === '') queryEditor.setValue(tab.query);
    if (tab?.variables && variableEditor?.getValue() === '') variableEditor.setValue(tab.variables);
  }, [queryEditor, variableEditor]);
  return null;
}
