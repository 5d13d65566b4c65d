/// The page's style: dark on white, readable on a telephone and on paper.
enum StyleSheet {
  static let text = """
    :root { color-scheme: light; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: #fff; color: #1a1a1a;
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif;
      overflow-wrap: break-word; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .3rem; }
    h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid #ccc; }
    .subtitle { margin: 0; color: #444; font-size: 1.1rem; }
    nav h2, footer h2 { font-size: 1rem; border: 0; margin: 1rem 0 .2rem; }
    nav { background: #f6f6f6; padding: .1rem 1rem .6rem; margin: 1.2rem 0; border-radius: 4px; }
    nav ol { margin: 0; padding-left: 1.5rem; }
    a { color: #00539c; }
    .skip { position: absolute; left: 1rem; top: -5rem; padding: .4rem .8rem; background: #fff; }
    .skip:focus { top: .3rem; }
    main:focus { outline: none; }
    .wide { overflow-x: auto; }
    .wide:focus-visible, pre:focus-visible { outline: 2px solid #00539c; }
    table { border-collapse: collapse; margin: .8rem 0; font-size: .92rem; }
    caption { text-align: left; padding-bottom: .3rem; }
    th, td { padding: .3rem .7rem; text-align: left; vertical-align: top;
      border-bottom: 1px solid #ddd; overflow-wrap: normal; }
    thead th { border-bottom: 2px solid #555; vertical-align: bottom; }
    tbody th { font-weight: normal; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    th.number { white-space: normal; vertical-align: bottom; }
    .name { white-space: nowrap; }
    .note { color: #444; font-size: .88rem; margin-top: 0; }
    figure { margin: 1.2rem 0; }
    figure svg { display: block; width: 100%; height: auto; margin: 0 auto; }
    figcaption { color: #333; font-size: .92rem; margin-top: .3rem; }
    pre { background: #f6f6f6; padding: .7rem; overflow-x: auto; border-radius: 4px;
      font-size: .85rem; }
    details { margin: .8rem 0; border-left: 3px solid #ccc; padding-left: .8rem; }
    details:target::details-content { content-visibility: visible; height: auto; }
    h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
    .filters { background: #f6f6f6; padding: .3rem 1rem .6rem; border-radius: 4px; }
    .filters fieldset { border: 0; padding: 0; margin: .4rem 0; }
    .filters legend { font-weight: 600; padding: 0; }
    .filters label { display: inline-block; margin-right: .9rem; padding: .15rem 0; }
    math { font-size: 1.05rem; }
    summary { cursor: pointer; font-weight: 600; }
    dt { font-weight: 600; }
    dd { margin: 0 0 .5rem 1.2rem; }
    footer { margin-top: 2.5rem; border-top: 1px solid #ccc; font-size: .85rem; color: #333; }
    .badge { display: inline-block; padding: .05rem .5rem; border-radius: 1rem; color: #111;
      border: 1px solid #777; background: #eee; font-weight: 600; white-space: nowrap; }
    .proved { background: #c7ebdd; border-color: #009e73; }
    .certified { background: #cfe6f5; border-color: #0072b2; }
    .supported { background: #e6f3fb; border-color: #56b4e9; }
    .refuted { background: #fbdcc6; border-color: #d55e00; }
    .vacuous { background: #f3dfea; border-color: #cc79a7; }
    .inconclusive { background: #fbecc8; border-color: #e69f00; }
    @media print {
      .filters, .skip { display: none; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      nav { background: none; }
      .wide { overflow: visible; }
      .wide th, .wide td { white-space: normal; overflow-wrap: anywhere; }
      .wide math { font-size: min(1.05rem, calc(55rem / var(--length, 1))); }
      pre { white-space: pre-wrap; }
      details:not([open])::details-content { content-visibility: visible; height: auto; }
      figure, tr { break-inside: avoid; }
      h2 { break-after: avoid; }
      .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
