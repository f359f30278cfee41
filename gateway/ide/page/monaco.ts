import * as monaco from 'monaco-graphql/esm/monaco-editor.js';

declare const WORKERS: Readonly<Record<'editor' | 'graphql' | 'json', string>>;

const MONOSPACE =
  'ui-monospace, "SFMono-Regular", "Cascadia Mono", "JetBrains Mono", Consolas, "Liberation Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", monospace';

/** GraphiQL's theme under our own name, in the colours of the page. */
export const MONACO_THEME = 'township-light';

/**
 * Sets Monaco up before GraphiQL creates its first editor: workers from our own origin, our colours and fonts, and no
 * "unusual character" boxes, which Monaco would draw around 〔〕 and full-width punctuation.
 */
export function prepareMonaco(): void {
  self.MonacoEnvironment = {
    getWorker: (_id, label) => new Worker(label === 'graphql' || label === 'json' ? WORKERS[label] : WORKERS.editor),
  };
  monaco.editor.defineTheme(MONACO_THEME, {
    base: 'vs',
    inherit: true,
    colors: {
      'editor.background': '#ffffff00',
      'editor.selectionBackground': '#bfe3df',
      'editorLineNumber.foreground': '#8a98a8',
      'editorCursor.foreground': '#0f6b66',
      'editorHoverWidget.background': '#ffffff',
      'editorSuggestWidget.background': '#ffffff',
      'editorSuggestWidget.selectedBackground': '#e2f1ef',
      'editorSuggestWidget.selectedForeground': '#0b4f4b',
      'editorSuggestWidget.highlightForeground': '#0f6b66',
      'list.highlightForeground': '#0f6b66',
      'textLink.foreground': '#0f6b66',
      'textLink.activeForeground': '#0f6b66',
      // One quiet colour at every depth.
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, '#4a5b6c'])),
      'scrollbar.shadow': '#ffffff00',
      focusBorder: '#0f6b66',
    },
    rules: [
      { token: 'comment.gql', foreground: '5b6b7c' },
      { token: 'keyword.gql', foreground: '7a3e9d' },
      { token: 'key.identifier.gql', foreground: '17324d' },
      { token: 'type.identifier.gql', foreground: '8a4b08' },
      { token: 'argument.identifier.gql', foreground: '0b5cad' },
      { token: 'number', foreground: '9a3412' },
      { token: 'string', foreground: '0f6b66' },
      { token: 'string.key.json', foreground: '17324d' },
      { token: 'string.value.json', foreground: '0f6b66' },
      { token: 'keyword.json', foreground: '7a3e9d' },
    ],
  });
  monaco.editor.onDidCreateEditor((editor) => {
    editor.updateOptions({
      fontFamily: MONOSPACE,
      fontSize: 14,
      wordWrap: 'on',
      unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
    });
  });
}
