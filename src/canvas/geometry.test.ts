import { describe, expect, it } from 'vitest';
import { openTestEditor } from '../actions/testing/open-test-editor';
import { CARD } from '../flow';
import { nodeGeometry, TARGET } from './geometry';
import { portId, portName } from './port-id';

const { editor } = await openTestEditor();
const geometryOf = (id: string) => {
  const flowNode = editor.view.flow.nodes.get(id);
  if (!flowNode) {
    throw new Error(`No node ${id}`);
  }
  return nodeGeometry(flowNode);
};

describe('nodeGeometry', () => {
  it('has a row for each port, a place for each, and the two ends for order', () => {
    const { handles, height } = geometryOf('score');
    const ids = handles.map(({ id }) => id).sort();
    expect(ids).toEqual(['in:', 'in:data', 'in:epochs', 'out:', 'out:count', 'out:report']);
    expect(height).toBe(CARD.header + 2 * CARD.row + 2 * CARD.rowsPadding + CARD.footer);
  });

  it('puts a port in the middle of its row, with wires ending outside the card', () => {
    const { handles, width } = geometryOf('score');
    const second = handles.find(({ id }) => id === 'in:epochs');
    expect((second?.y ?? 0) + TARGET / 2).toBe(CARD.header + CARD.rowsPadding + 1.5 * CARD.row);
    expect(second?.x).toBeLessThan(0);
    const out = handles.find(({ id }) => id === 'out:count');
    expect((out?.x ?? 0) + TARGET).toBeGreaterThan(width);
  });

  it('keeps the ports of a side apart, inside the card, and large enough to hit', () => {
    for (const id of editor.view.flow.nodes.keys()) {
      const { handles, height } = geometryOf(id);
      const corners = handles.map(({ x, y }) => `${x} ${y}`);
      expect(new Set(corners).size).toBe(corners.length);
      for (const { y, width, height: size } of handles) {
        expect(Math.min(width, size)).toBeGreaterThanOrEqual(TARGET);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + size).toBeLessThanOrEqual(height);
      }
    }
  });

  it('gives a note its own size and no ports', () => {
    expect(geometryOf('hint')).toEqual({ width: 220, height: 120, handles: [] });
  });

  it('names ports so that the name can be read back', () => {
    expect(portName(portId('in', 'a:b'))).toBe('a:b');
    expect(portName(portId('out', undefined))).toBeUndefined();
    expect(portName(null)).toBeUndefined();
  });
});
