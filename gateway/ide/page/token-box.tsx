import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useDivisionNames } from './division-names';
import { dayInWords, momentInWords, timeLeft } from './expiry';
import { language, locale, useWords } from './language';
import { useSetting } from './setting';
import { clearToken, readClaims, type TokenClaims, takeToken, token } from './token';
import { scopeInWords } from './words';

/** Who the requests are sent as: a button that says it in a few words, and a panel to see it all, change it or clear it. */
export function TokenBox({ onSettled }: { onSettled?: () => void }) {
  const words = useWords();
  const held = useSetting(token);
  const claims = useMemo(() => (held ? readClaims(held) : null), [held]);
  const panel = useRef<HTMLDialogElement>(null);

  /** A dialog's backdrop counts as the dialog itself: a click on it is a click outside the panel. */
  function closeOnBackdrop(event: MouseEvent<HTMLDialogElement>): void {
    if (event.target === panel.current) panel.current.close();
  }

  return (
    <>
      <button type="button" className="token-button" aria-haspopup="dialog" onClick={() => panel.current?.showModal()}>
        {claims ? <Holder claims={claims} /> : <SignedOut />}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself */}
      <dialog ref={panel} className="token-panel" aria-labelledby="token-title" onClick={closeOnBackdrop} onClose={onSettled}>
        <div className="token-panel-body">
          <div className="token-panel-head">
            <h2 id="token-title">{words.token}</h2>
            <button type="button" className="quiet" onClick={() => panel.current?.close()}>
              {words.close}
            </button>
          </div>
          {claims ? <Claims claims={claims} /> : <p className="token-introduction">{words.tokenIntroduction}</p>}
          <TokenField replacing={claims !== null} />
        </div>
      </dialog>
    </>
  );
}

/** The time now, moving on its own so that an expiry is noticed without a click. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function SignedOut() {
  const words = useWords();
  return (
    <span className="token-summary">
      {words.signedOut}
      <span className="token-public"> · {words.publicOnly}</span>
    </span>
  );
}

function Holder({ claims }: { claims: TokenClaims }) {
  const words = useWords();
  const now = useNow();
  const left = claims.expiresAt ? timeLeft(claims.expiresAt, now, words) : undefined;
  const state = left === null ? 'expired' : 'valid';
  return (
    <span className="token-summary" data-state={state}>
      <strong>{claims.name ?? words.nobody}</strong>
      {left !== undefined && <span className="token-left">{left === null ? words.expired : words.left(left)}</span>}
    </span>
  );
}

function Claims({ claims }: { claims: TokenClaims }) {
  const words = useWords();
  const chosen = useSetting(language);
  const names = useDivisionNames(claims.divisions.map(({ code }) => code));
  return (
    <>
      <dl className="claims">
        <dt>{words.name}</dt>
        <dd>{claims.name ?? words.nobody}</dd>
        {claims.organization && (
          <>
            <dt>{words.organization}</dt>
            <dd className="code">{claims.organization}</dd>
          </>
        )}
        <dt>{words.divisions}</dt>
        <dd>
          {claims.divisions.length === 0 && words.noDivisions}
          <ul>
            {claims.divisions.map(({ code, until }) => (
              <li key={code}>
                {names[code] && <span>{names[code]} </span>}
                <span className="code">{code}</span> <span className="note">{words.levels[code.length]}</span>
                {until && <span className="note"> {words.until(dayInWords(until, locale()))}</span>}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{words.scopes}</dt>
        <dd>
          {claims.scopes.length === 0 && words.noScopes}
          <ul className="scopes">
            {claims.scopes.map((scope) => (
              <li key={scope} title={scope}>
                {scopeInWords(scope, chosen)}
              </li>
            ))}
          </ul>
        </dd>
        <dt>{words.expiry}</dt>
        <dd>
          <Expiry claims={claims} />
        </dd>
      </dl>
      <p className="note">{words.unverified}</p>
    </>
  );
}

function Expiry({ claims }: { claims: TokenClaims }) {
  const words = useWords();
  const now = useNow();
  if (!claims.expiresAt) return words.noExpiry;
  const when = momentInWords(claims.expiresAt, locale());
  const left = timeLeft(claims.expiresAt, now, words);
  return left ? words.expiresAt(when, left.trimEnd()) : <strong className="bad">{words.expiredAt(when)}</strong>;
}

/** Takes a token as soon as it is pasted; the text itself is not shown again. */
function TokenField({ replacing }: { replacing: boolean }) {
  const words = useWords();
  const [text, setText] = useState('');
  const wrong = text.trim() !== '' && !readClaims(text.replace(/^\s*bearer\s+/i, '').replace(/\s+/g, ''));

  function take(pasted: string): void {
    setText(takeToken(pasted) ? '' : pasted);
  }

  return (
    <div className="token-field">
      <label htmlFor="token-text" className={replacing ? undefined : 'visually-hidden'}>
        {replacing ? words.tokenReplace : words.token}
      </label>
      <textarea
        id="token-text"
        rows={replacing ? 2 : 4}
        value={text}
        placeholder={words.tokenPlaceholder}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-invalid={wrong}
        aria-describedby={wrong ? 'token-wrong' : undefined}
        onChange={(event) => take(event.target.value)}
      />
      {wrong && (
        <p id="token-wrong" className="bad" role="alert">
          {words.notAToken}
        </p>
      )}
      {replacing && (
        <button type="button" className="clear" onClick={clearToken}>
          {words.tokenClear}
        </button>
      )}
    </div>
  );
}
