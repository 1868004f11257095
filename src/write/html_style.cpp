#include "write/html.hpp"

namespace huizong {

std::string_view page_style_sheet() {
  return R"css(:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#5c6670;--line:#d5dae0;--shade:#f3f5f7;
--accent:#1f5fa8;--below:#b4552d;--good:#00703c;--warning:#9a5200;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e4e8ec;--soft:#9aa5b0;--line:#39424b;--shade:#1e242a;
--accent:#7db4f0;--below:#e59a74;--good:#6cc795;--warning:#e6b05c;--bad:#f2938c}}
*{box-sizing:border-box}
body{margin:0 auto;padding:0 1rem 3rem;max-width:80rem;background:var(--paper);color:var(--ink);
font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;
font-variant-numeric:tabular-nums}
header{padding-top:1.5rem}
h1{margin:0;font-size:1.6rem;line-height:1.3}
h2{margin:2rem 0 .6rem;font-size:1.2rem;border-bottom:2px solid var(--accent);padding-bottom:.2rem}
header p{margin:.3rem 0 0;color:var(--soft)}
p{margin:.6rem 0;white-space:pre-line;overflow-wrap:anywhere}
a{color:var(--accent)}
nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin-top:.8rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.7rem;margin:.8rem 0}
.card{border:1px solid var(--line);border-radius:6px;padding:.6rem .8rem;background:var(--shade);break-inside:avoid}
.card dt{color:var(--soft);font-size:.87rem}
.card dd{margin:0;font-size:1.4rem;font-weight:600;line-height:1.35;overflow-wrap:anywhere}
.card dd.remark{font-size:.87rem;font-weight:400}
.scroll{overflow:auto;max-height:85vh;margin:.8rem 0;border:1px solid var(--line);border-radius:6px}
table{border-collapse:separate;border-spacing:0;width:100%}
caption{text-align:left;font-weight:600;padding:.5rem .6rem}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;white-space:pre-line}
th{position:sticky;top:0;background:var(--shade);white-space:nowrap;z-index:1}
td{min-width:4em;max-width:32em}
tbody tr:last-child td{border-bottom:0}
tbody tr:hover td{background:var(--shade)}
.number{text-align:right;white-space:nowrap}
.muted{color:var(--soft)}.good{color:var(--good)}.warning{color:var(--warning)}.bad{color:var(--bad)}
.card.good,.card.warning,.card.bad,.card.muted{color:inherit}
.card.good dd{color:var(--good)}.card.warning dd{color:var(--warning)}.card.bad dd{color:var(--bad)}
.card.muted dd{color:var(--soft)}
.bars{margin:.8rem 0;max-width:46rem}
figcaption{font-weight:600;margin-bottom:.3rem}
svg{display:block;overflow:visible}
svg text{fill:var(--ink);font-size:13px}
svg .value{fill:var(--soft)}
svg .above{fill:var(--accent)}svg .below{fill:var(--below)}
svg .zero{stroke:var(--soft);stroke-width:1}
@media (max-width:40rem){body{padding:0 .6rem 2rem;font-size:14px}h1{font-size:1.3rem}th,td{padding:.3rem .4rem}}
@page{size:A4 landscape;margin:12mm}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#999;--shade:#eee;--accent:#1f5fa8;
--below:#b4552d;--good:#00703c;--warning:#9a5200;--bad:#b3261e}
body{max-width:none;padding:0;font-size:9.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
nav{display:none}
.scroll{overflow:visible;max-height:none;border:0}
thead{display:table-header-group}
th{position:static}
tr,figure{break-inside:avoid}
h2{break-after:avoid}
a{color:inherit;text-decoration:none}}
)css";
}

}  // namespace huizong
