import { chooseLanguage, language, useWords } from './language';
import { Mark } from './mark';
import { useSetting } from './setting';
import { TokenBox } from './token-box';
import type { Language } from './words';

/** The pages of the IDE; `current` in the header names the one that is open. */
export type Page = 'query' | 'schema';

const LANGUAGES: readonly { code: Language; label: string; lang: string }[] = [
  { code: 'zh', label: '中文', lang: 'zh-CN' },
  { code: 'en', label: 'English', lang: 'en' },
];

/** What both pages share: the product's name, the way between the pages, the token and the language. */
export function Header({ current, onTokenSettled }: { current: Page; onTokenSettled?: () => void }) {
  const words = useWords();
  return (
    <header className="header">
      <a className="brand" href="/">
        <Mark />
        <span className="brand-name">{words.product}</span>
        <span className="brand-other-name" lang={useSetting(language) === 'zh' ? 'en' : 'zh-CN'}>
          {words.productInOtherLanguage}
        </span>
      </a>
      <nav className="pages" aria-label={words.pages}>
        <a href="/" aria-current={current === 'query' ? 'page' : undefined}>
          {words.queryPage}
        </a>
        <a href="/schema" aria-current={current === 'schema' ? 'page' : undefined}>
          {words.schemaPage}
        </a>
      </nav>
      <TokenBox onSettled={onTokenSettled} />
      <LanguageSwitch />
    </header>
  );
}

function LanguageSwitch() {
  const words = useWords();
  const chosen = useSetting(language);
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{words.languageSwitch}</legend>
      {LANGUAGES.map(({ code, label, lang }) => (
        <button key={code} type="button" lang={lang} aria-pressed={code === chosen} onClick={() => chooseLanguage(code)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
