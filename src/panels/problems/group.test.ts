import { describe, expect, it } from 'vitest';
import type { Problem } from '../../checks';
import { smallEditor } from '../testing/editor';
import { goToProblem } from './Problems';
import { groupProblems } from './group';

const problem = (severity: Problem['severity'], node: string | undefined, message: string): Problem => ({
  rule: 'r',
  severity,
  node,
  message
});

describe('groupProblems', () => {
  const { flow } = smallEditor().view;

  it('puts the worst first, then the pipeline, then nodes as they run', () => {
    const groups = groupProblems(
      [
        problem('info', 'score', 'i'),
        problem('error', 'report', 'c'),
        problem('error', 'gone', 'd'),
        problem('error', 'score', 'b'),
        problem('error', undefined, 'a')
      ],
      flow
    );
    expect(groups.map(group => group.severity)).toEqual(['error', 'info']);
    expect(groups[0].rows.map(row => row.problem.message)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('names nodes by their titles, and those that are gone by their ids', () => {
    const [{ rows }] = groupProblems(
      [problem('error', undefined, 'a'), problem('error', 'score', 'b'), problem('error', 'gone', 'c')],
      flow
    );
    expect(rows.map(row => row.title)).toEqual([undefined, 'Score', 'gone']);
  });

  it('tells equal problems apart, and keeps their keys when others come', () => {
    const twice = [problem('error', 'score', 'a'), problem('error', 'score', 'a')];
    const keys = groupProblems(twice, flow)[0].rows.map(row => row.key);
    expect(new Set(keys).size).toBe(2);
    const more = groupProblems([problem('error', undefined, 'z'), ...twice], flow)[0].rows;
    expect(more.slice(1).map(row => row.key)).toEqual(keys);
  });

  it('has no groups when nothing is wrong', () => {
    expect(groupProblems([], flow)).toEqual([]);
  });
});

describe('goToProblem', () => {
  it('selects the node, or nothing for the pipeline', () => {
    const editor = smallEditor();
    goToProblem(editor, problem('error', 'score', 'a'));
    expect([...editor.view.selection.nodes]).toEqual(['score']);
    goToProblem(editor, problem('error', undefined, 'a'));
    expect([...editor.view.selection.nodes]).toEqual([]);
  });
});
