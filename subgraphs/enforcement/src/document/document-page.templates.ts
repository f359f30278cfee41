/** Type and margins of official documents (GB/T 9704-2012): A4, 28 characters a line, body in 三号仿宋, title in 二号小标宋. */
const STYLE = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt serif; } }
* { box-sizing: border-box; }
body { margin: 0; background: #e9ebee; color: #000;
  font: 16pt/1.8 "仿宋_GB2312", FangSong, STFangsong, "Noto Serif CJK SC", serif; }
.page { width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 37mm 26mm 35mm 28mm; background: #fff; box-shadow: 0 1px 8px #0003;
  overflow-wrap: anywhere; }
header { text-align: center; margin-bottom: 1.2em; }
h1 { margin: 0; font: 22pt/1.5 "方正小标宋简体", "FZXiaoBiaoSong-B05S", STZhongsong, SimSun, "Noto Serif CJK SC", serif; font-weight: 600; }
h1 span { display: block; }
.number { margin: .6em 0 0; text-align: center; text-indent: 0; }
.made { margin-top: .8em; text-align: right; }
.copies { margin-top: 1em; font-size: 12pt; text-indent: 0; }
h2 { margin: .4em 0 0; font: 16pt/1.8 SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; font-weight: 500; text-indent: 2em; break-after: avoid; }
b { font-family: SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; font-weight: 500; }
p { margin: 0; text-align: justify; text-indent: 2em; }
.party { margin-bottom: .6em; }
.party p { text-indent: 0; padding-left: 2em; }
table { width: 100%; margin: .4em 0; border-collapse: collapse; font-size: 14pt; line-height: 1.6; }
th, td { padding: 2mm 3mm; border: 1px solid #000; text-align: left; vertical-align: top; font-weight: normal; }
thead { display: table-header-group; }
tr, .closing, .signatures { break-inside: avoid; }
.form th { width: 10em; text-align: center; }
.form th, .form td { vertical-align: middle; }
.form .approval td { height: 30mm; vertical-align: bottom; text-align: right; }
.form p { text-indent: 0; }
.closing { position: relative; margin-top: 2.2em; padding: 14mm 4em 14mm 0; text-align: right; }
.closing p { text-align: right; text-indent: 0; }
.seal { position: absolute; right: 4.4em; top: 0; width: 42mm; height: 42mm; border: 1px dashed #c00; border-radius: 50%; color: #c00;
  font-size: 12pt; line-height: 18mm; text-align: center; opacity: .7; }
.signatures { margin-top: 1.6em; }
.signatures p { display: flex; text-indent: 0; }
.signatures p::after { content: ""; flex: 1; border-bottom: 1px solid #000; }
footer { margin-top: 2em; padding-top: .4em; border-top: 1px solid #999; font-size: 10.5pt; line-height: 1.5; color: #333; }
footer p { text-indent: 0; }
@media print {
  body { background: none; }
  .page { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none; }
}`;

/** The page around every document. It loads nothing, and runs nothing. */
export const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title><%= it.title %><%= it.number ? ' ' + it.number : '' %></title>
<style>${STYLE}</style>
</head>
<body>
<main class="page">
<header>
<h1><span><%= it.organName %></span><span><%= it.title %></span></h1>
<% if (it.number) { %><p class="number"><%= it.number %></p><% } %>
</header>
<%~ include(it.layout, it) %>
<footer><p><%= it.caseNumber ? '案号：' + it.caseNumber + '　' : '' %>文书版本：第<%= it.version %>版</p></footer>
</main>
</body>
</html>`;

const THINGS = `<% if (it.things.length > 0) { %><table>
<thead><tr><th>序号</th><th>物品名称</th><th>数量</th></tr></thead>
<tbody><% it.things.forEach((thing, index) => { %><tr><td><%= index + 1 %></td><td><%= thing.name %></td><td><%= thing.quantity %></td></tr><% }) %></tbody>
</table><% } %>`;

const SIGNATURES = `<% if (it.signatures.length > 0) { %><div class="signatures"><% it.signatures.forEach((label) => { %><p><%= label %>：</p><% }) %></div><% } %>`;

const PARTY = `<section class="party"><% it.party.forEach(({ label, value }) => { %><p><%= label %>：<%= value %></p><% }) %></section>`;

const CLOSING = `<div class="closing"><div class="seal">（印章）</div><p><%= it.organName %></p><p><%= it.date %></p></div>`;

/** To the party: numbered parts, then organ and day with the place of the seal. */
export const LETTER = `${PARTY}
<% it.sections.forEach(({ ordinal, heading, lines }) => { %><section><h2><%= ordinal %>、<%= heading %></h2><% lines.forEach((line) => { %><p><%= line %></p><% }) %></section>
<% }) %>${THINGS}
${CLOSING}
${SIGNATURES}
<p class="copies">本文书一式二份，一份送达当事人，一份归入案卷。</p>`;

/** Written down as it is said, and signed. */
export const RECORD = `${PARTY}
<% it.sections.forEach(({ heading, lines }) => { %><section><% lines.forEach((line, index) => { %><p><% if (index === 0) { %><b><%= heading %></b>：<% } %><%= line %></p><% }) %></section>
<% }) %>${THINGS}
${SIGNATURES}
<p class="made"><%= it.date %></p>`;

/** A table, with room for what those who approve write. */
export const FORM = `<table class="form"><tbody>
<% it.party.forEach(({ label, value }) => { %><tr><th><%= label %></th><td><%= value %></td></tr><% }) %>
<% it.sections.forEach(({ heading, lines }) => { %><tr><th><%= heading %></th><td><% lines.forEach((line) => { %><p><%= line %></p><% }) %></td></tr><% }) %>
<% it.signatures.forEach((label) => { %><tr class="approval"><th><%= label %></th><td>年　　月　　日</td></tr><% }) %>
</tbody></table>${THINGS}
<p class="made"><%= it.date %></p>`;
