/** The page's only style: light and dark, narrow and wide, screen and A4. Contrast is at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d2430; --soft: #4c5666; --paper: #fff; --panel: #f3f5f8; --rule: #cfd6df; --link: #0b57a4;
  --good: #0b6b3a; --mixed: #8a5200; --bad: #a1201c; --component: #e2f2e8; --container: #e8eefb; --store: #fbf0dc; --other: #f1e9f7; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #aab4c2; --paper: #12161d; --panel: #1b212b; --rule: #3a4453; --link: #8ac2ff;
  --good: #6fd39a; --mixed: #f0b860; --bad: #ff9d96; --component: #173827; --container: #1c2b47; --store: #3d2f14; --other: #33243f; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; }
:lang(ko) { word-break: keep-all; }
main, nav { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
main { padding-bottom: 4rem; overflow-wrap: break-word; }
h1 { font-size: 1.8rem; line-height: 1.25; margin: 2rem 0 1rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
p, ul, ol, pre, .scroll, figure { margin: .75rem 0; }
li { margin: .35rem 0; }
a { color: var(--link); }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono CJK KR", monospace; font-size: .875em; }
code { background: var(--panel); border-radius: 4px; padding: .1em .3em; overflow-wrap: anywhere; word-break: normal; }
pre { background: var(--panel); border: 1px solid var(--rule); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; line-height: 1.45; }
pre code { background: none; padding: 0; overflow-wrap: normal; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; }
th, td { border-bottom: 1px solid var(--rule); padding: .4rem .6rem; text-align: left; vertical-align: top; }
th { background: var(--panel); }
td code { white-space: nowrap; }
.callout { border-left: 6px solid; border-radius: 6px; background: var(--panel); padding: .9rem 1.1rem; font-size: 1.1rem; }
.callout strong { font-size: 1.25em; }
.good { border-color: var(--good); } .good strong { color: var(--good); }
.mixed { border-color: var(--mixed); } .mixed strong { color: var(--mixed); }
.bad { border-color: var(--bad); } .bad strong { color: var(--bad); }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; font-size: .925rem; }
nav li { margin: 0; } nav a { display: inline-block; padding: .25rem 0; }
figure { padding: 1rem; border: 1px solid var(--rule); border-radius: 6px; overflow-x: auto; }
figcaption { color: var(--soft); font-size: .875rem; margin-top: .5rem; }
svg { display: block; max-width: 100%; height: auto; font-family: inherit; }
svg.down { display: none; }
.node rect { stroke: var(--soft); fill: var(--panel); }
.node.component rect { fill: var(--component); stroke-width: 2; } .node.container rect { fill: var(--container); }
.node.store rect { fill: var(--store); } .node.other rect { fill: var(--other); stroke-dasharray: 4 3; }
svg text { fill: var(--ink); }
svg .label { font-size: 14px; font-weight: 600; text-anchor: middle; } svg .detail { font-size: 12px; text-anchor: middle; }
svg .layer { font-size: 12px; fill: var(--soft); letter-spacing: .02em; }
svg .said { font-size: 12px; text-anchor: middle; paint-order: stroke; stroke: var(--paper); stroke-width: 5px; }
.arrow { fill: none; stroke: var(--soft); stroke-width: 1.5; } .arrow.dashed { stroke-dasharray: 6 4; } .tip { fill: var(--soft); }
@media (max-width: 44rem) { body { font-size: 15px; } h1 { font-size: 1.5rem; } svg.across { display: none; } svg.down { display: block; margin: 0 auto; } figure { padding: .5rem; }
  th, td { padding: .4rem; } pre { padding: .6rem .7rem; } ul, ol { padding-left: 1.4rem; } nav ul { padding: 0; } }
@media print { @page { size: A4; margin: 16mm; } html { font-size: 10pt; } table { font-size: .85rem; } :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --panel: #f5f5f5; --rule: #bbb; --link: #000;
  --good: #0b6b3a; --mixed: #8a5200; --bad: #a1201c; --component: #e2f2e8; --container: #e8eefb; --store: #fbf0dc; --other: #f1e9f7; }
  body { font-size: 1rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; } main { max-width: none; padding: 0; } nav { display: none; }
  svg.across { display: block; } svg.down { display: none; } h1, h2, h3, h4 { break-after: avoid; } figure, tr, li, .callout { break-inside: avoid; } p { orphans: 3; widows: 3; }
  td code { white-space: normal; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } .scroll, figure { overflow: visible; } main > ul:last-child a::after { content: " " attr(href); font-size: .85em; overflow-wrap: anywhere; } }
`.trim();
