import React from 'react';
import type { Translation } from '../../actions';
import type { Problem } from '../../checks';
import { Glyph } from '../Glyph';
import { SEVERITIES } from '../problems/group';

/** Problems beside what they are about: picture, words and what to do. */
export function FieldProblems(props: {
  problems: readonly Problem[];
  trans: Translation;
  id?: string;
}): React.ReactElement | null {
  const { problems, trans, id } = props;
  if (problems.length === 0) {
    return null;
  }
  return (
    <div id={id}>
      {problems.map((problem, index) => (
        <p key={index} className={`jp-WeftProblem jp-mod-${problem.severity}`}>
          <Glyph name={problem.severity} />
          <span>
            <span className="jp-sr-only">
              {SEVERITIES.find(entry => entry.severity === problem.severity)?.one(trans)}:{' '}
            </span>
            {problem.message} {problem.fix && <em>{problem.fix}</em>}
          </span>
        </p>
      ))}
    </div>
  );
}
