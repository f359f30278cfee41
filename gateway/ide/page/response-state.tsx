import { useGraphiQL } from '@graphiql/react';
import { lastExchange } from './graph';
import { useWords } from './language';
import { useSetting } from './setting';

const hasKeyboard = matchMedia('(hover: hover)').matches;

/** Below the answer: how the last request went. Before any answer: what to do to get one. */
export function ResponseState() {
  const words = useWords();
  const exchange = useSetting(lastExchange);
  const { answered, operationName, isFetching } = useGraphiQL(({ tabs, activeTabIndex, isFetching }) => ({
    answered: Boolean(tabs[activeTabIndex]?.response),
    operationName: tabs[activeTabIndex]?.operationName ?? null,
    isFetching,
  }));
  if (isFetching) return null;
  if (!answered) {
    return (
      <div className="empty-response">
        <svg viewBox="0 0 48 48" width="48" height="48" fill="none" stroke="currentColor" aria-hidden="true">
          <circle cx="24" cy="24" r="18" strokeWidth="1.5" />
          <path d="m20 16.5 12 7.5-12 7.5z" strokeWidth="1.5" strokeLinejoin="round" />
        </svg>
        <p className="empty-title">{words.emptyTitle}</p>
        <p>{hasKeyboard ? words.emptyHint : words.emptyHintTouch}</p>
      </div>
    );
  }
  if (exchange?.operationName !== operationName) return null;
  return (
    <p className="exchange" data-good={exchange.status < 400 && exchange.errors === 0}>
      <span className="exchange-status">
        HTTP {exchange.status}
        {exchange.errors > 0 && ` · ${words.errors(exchange.errors)}`}
      </span>
      <span>{exchange.milliseconds} ms</span>
      <span>{sizeInWords(exchange.bytes)}</span>
      {exchange.requestId && (
        <span className="exchange-id" title={exchange.requestId}>
          {exchange.requestId}
        </span>
      )}
    </p>
  );
}

function sizeInWords(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}
