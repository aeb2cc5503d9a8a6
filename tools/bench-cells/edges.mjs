/** Edges by what a tool says that each cell needs and binds: from the nearest cell above that binds the name. */
export function edgesOf(answers) {
  return answers.flatMap(({ needs = [] }, to) =>
    needs.flatMap(name => {
      const from = answers.slice(0, to).findLastIndex(({ defines = [] }) => defines.includes(name));
      return from < 0 ? [] : [[from, to, name]];
    })
  );
}

/** One row for each notebook and a sum, with a column of `missed + invented` for each tool. */
export function edgeTable(notebooks, found) {
  const scores = found.map(({ edges }) => edges.map((said, at) => score(notebooks[at].edges, said)));
  const row = (name, count, totals) => `| ${[name, count, ...totals.map(text)].join(' | ')} |`;
  const rows = notebooks.map(({ notebook, edges }, at) =>
    row(
      notebook,
      edges.length,
      scores.map(each => each[at])
    )
  );
  const sum = each => each.reduce((a, b) => [a[0] + b[0], a[1] + b[1]], [0, 0]);
  const all = notebooks.reduce((count, { edges }) => count + edges.length, 0);
  const titles = ['notebook', 'edges', ...found.map(({ tool }) => tool)];
  return {
    head: `| ${titles.join(' | ')} |\n|${' --- |'.repeat(titles.length)}`,
    rows: [...rows, row('all', all, scores.map(sum))]
  };
}

const text = ([missed, invented]) => `${missed} + ${invented}`;

function score(shown, said) {
  const keys = edges => new Set(edges.map(edge => edge.join(' ')));
  const [there, named] = [keys(shown), keys(said)];
  return [[...there].filter(key => !named.has(key)).length, [...named].filter(key => !there.has(key)).length];
}
