import type { Fetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useMemo } from 'react';
import { EXAMPLES } from './example';
import { EXAMPLES_PLUGIN } from './examples';
import { FirstTab } from './first-tab';
import { askGraph, type GraphRequest, runForReader } from './graph';
import { MONACO_THEME, prepareMonaco } from './monaco';
import { ResponseState } from './response-state';
import { useSetting } from './setting';
import { token } from './token';

prepareMonaco();

const PLUGINS = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];
const THEME = { dark: MONACO_THEME, light: MONACO_THEME };

/** Below this width the panels lie over the editors, so none is open at first. */
const hasRoomForPanel = matchMedia('(min-width: 900px)').matches;

/** GraphiQL would give the panel a quarter of the width and has no setting for less: this is where it looks first. */
const PANEL_WIDTH = { key: 'graphiql:docExplorerFlex', value: '0.27' };
if (sessionStorage.getItem(PANEL_WIDTH.key) === null) sessionStorage.setItem(PANEL_WIDTH.key, PANEL_WIDTH.value);

/**
 * GraphiQL over our graph. Queries, variables and history stay in sessionStorage: what is typed at a service window
 * may name a person, and must not wait for the next one who sits down there.
 */
export function Workbench() {
  return (
    <GraphiQL
      fetcher={useFetcher()}
      storage={sessionStorage}
      defaultTabs={EXAMPLES.map(({ query, variables }) => ({ query, variables }))}
      defaultEditorToolsVisibility={hasRoomForPanel}
      plugins={PLUGINS}
      visiblePlugin={hasRoomForPanel ? EXAMPLES_PLUGIN : undefined}
      shouldPersistHeaders={false}
      forcedTheme="light"
      editorTheme={THEME}
    >
      <GraphiQL.Logo>
        <span className="credit">GraphiQL</span>
      </GraphiQL.Logo>
      <FirstTab />
      <GraphiQL.Footer>
        <ResponseState />
      </GraphiQL.Footer>
    </GraphiQL>
  );
}

/** A new fetcher with each token: GraphiQL then reads the schema again, which may depend on who asks. */
function useFetcher(): Fetcher {
  const held = useSetting(token);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the token is not read here; a new one only has to make a new fetcher
  return useMemo((): Fetcher => {
    return (request, options) =>
      request.operationName === 'IntrospectionQuery'
        ? askGraph(request as GraphRequest)
        : runForReader(request as GraphRequest, (options?.headers ?? {}) as Record<string, string>);
  }, [held]);
}
