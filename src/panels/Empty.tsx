import React from 'react';

/** What a panel shows when it has nothing to show. */
export function Empty(props: { children: React.ReactNode }): React.ReactElement {
  return <p className="jp-WeftPanel-empty">{props.children}</p>;
}
