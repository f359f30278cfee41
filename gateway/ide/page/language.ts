import { Setting, useSetting } from './setting';
import { type Language, WORDS, type Words } from './words';

const STORED_AS = 'township-graph:language';

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** What the reader chose before; else what the browser asks for. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(STORED_AS);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The page's language; also the Accept-Language of every request. */
export const language = new Setting<Language>(firstLanguage());

/** `lang` chooses the right CJK glyphs and tells screen readers how to speak. */
function applyLanguage(): void {
  document.documentElement.lang = LOCALES[language.read()];
}

applyLanguage();
language.subscribe(applyLanguage);

/** Switches the page, and remembers the choice for the next visit. */
export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(STORED_AS, chosen);
  language.write(chosen);
}

/** Names for the language in HTTP and in `Intl`. */
export function locale(): string {
  return LOCALES[language.read()];
}

/** The words of the page in the reader's language. */
export function useWords(): Words {
  return WORDS[useSetting(language)];
}
