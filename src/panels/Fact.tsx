import React from 'react';

/** One line of a list of facts. */
export function Fact(props: { name: string; children: React.ReactNode }): React.ReactElement {
  return (
    <div className="jp-WeftFacts-row">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
