import React, { useId, useMemo, useState } from 'react';
import type { Editor, EditorView, Translation } from '../../actions';
import { Empty } from '../Empty';
import { Glyph } from '../Glyph';
import type { PanelProps } from '../panel';
import { useEditor } from '../use-editor';
import { type Roving, useRoving } from '../use-roving';
import { outline, type OutlineItem } from './tree';
import { glyphOf, RUN_STATES } from '../run/states';
import { typeAhead, visible } from './visible';

/** Selects what an item stands for: its edge where it is one, else its node; `add` keeps the rest. */
function selectItem(editor: Editor, item: OutlineItem, add: boolean): void {
  const { nodes, edges } = editor.view.selection;
  const toggled = (set: ReadonlySet<string>, id: string) =>
    set.has(id) ? [...set].filter(other => other !== id) : [...set, id];
  if (item.edge !== undefined) {
    editor.select(add ? { nodes, edges: toggled(edges, item.edge) } : { nodes: [], edges: [item.edge] });
  } else {
    editor.select(add ? { nodes: toggled(nodes, item.node), edges } : { nodes: [item.node], edges: [] });
  }
}

function isSelected({ selection }: EditorView, item: OutlineItem): boolean {
  return item.edge !== undefined
    ? selection.edges.has(item.edge)
    : item.key === item.node && selection.nodes.has(item.node);
}

/**
 * The pipeline as a tree, in the order in which it runs: the way to read and walk it without seeing the
 * canvas (WAI-ARIA tree pattern). Selection is that of the canvas.
 */
export function Outline({ editor, trans }: PanelProps): React.ReactElement {
  const view = useEditor(editor);
  const items = useMemo(() => outline(view.flow, view.problems, trans), [view.flow, view.problems, trans]);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isOpen = (item: OutlineItem) => turned.get(item.key) ?? item.group;
  const shown = visible(items, isOpen);
  const roving = useRoving(shown.map(({ item }) => item.key));

  const toggle = (keys: string[], on: boolean) =>
    setTurned(before => new Map([...before, ...keys.map(key => [key, on] as const)]));

  const onKeyDown = (event: React.KeyboardEvent) => {
    const at = shown.findIndex(({ item }) => item.key === roving.active);
    const current = shown[at];
    if (!current || event.defaultPrevented || roving.move(event)) {
      return;
    }
    const { item, parent } = current;
    const keys: Record<string, () => void> = {
      ArrowRight: () => {
        if (item.children.length > 0 && isOpen(item)) {
          roving.focus(item.children[0].key);
        } else {
          toggle([item.key], item.children.length > 0);
        }
      },
      ArrowLeft: () => {
        if (item.children.length > 0 && isOpen(item)) {
          toggle([item.key], false);
        } else if (parent !== undefined) {
          roving.focus(parent);
        }
      },
      '*': () =>
        toggle(
          shown.filter(other => other.parent === parent).map(other => other.item.key),
          true
        ),
      ' ': () => selectItem(editor, item, event.ctrlKey || event.metaKey),
      Enter: () => {
        selectItem(editor, item, false);
        editor.canvas?.reveal(item.node);
      }
    };
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key in keys && (plain || event.key === ' ')) {
      event.preventDefault();
      keys[event.key]();
    } else if (plain && /^\p{L}$/u.test(event.key)) {
      const found = typeAhead(shown, at, event.key);
      if (found !== undefined) {
        event.preventDefault();
        roving.focus(found);
      }
    }
  };

  const branch = { editor, view, trans, roving, isOpen, toggle };
  return (
    <section className="jp-WeftPanel jp-WeftOutline" aria-label={trans.__('Outline')}>
      {items.length === 0 ? (
        <Empty>{trans.__('The pipeline has no nodes yet.')}</Empty>
      ) : (
        <ul
          role="tree"
          aria-label={trans.__('Nodes of the pipeline')}
          aria-multiselectable="true"
          onKeyDown={onKeyDown}
        >
          {items.map(item => (
            <Branch key={item.key} item={item} level={1} {...branch} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface BranchProps {
  item: OutlineItem;
  level: number;
  editor: Editor;
  view: EditorView;
  trans: Translation;
  roving: Roving;
  isOpen: (item: OutlineItem) => boolean;
  toggle: (keys: string[], on: boolean) => void;
}

function Branch({ item, level, ...rest }: BranchProps): React.ReactElement {
  const { editor, view, trans, roving, toggle } = rest;
  const id = useId();
  const opened = rest.isOpen(item);
  const hasChildren = item.children.length > 0;
  const run = item.key === item.node ? view.run?.steps.get(item.node)?.state : undefined;
  return (
    <li
      {...roving.item(item.key)}
      role="treeitem"
      aria-level={level}
      aria-selected={isSelected(view, item)}
      aria-expanded={hasChildren ? opened : undefined}
      aria-labelledby={id}
      onFocus={event => {
        event.stopPropagation();
        roving.item(item.key).onFocus();
      }}
      onClick={event => {
        event.stopPropagation();
        selectItem(editor, item, event.ctrlKey || event.metaKey || event.shiftKey);
        roving.focus(item.key);
      }}
      onDoubleClick={event => {
        event.stopPropagation();
        editor.canvas?.reveal(item.node);
      }}
    >
      <div className="jp-WeftOutline-line" style={{ paddingInlineStart: `${(level - 1) * 14 + 4}px` }}>
        <span
          className={`jp-WeftOutline-toggle ${opened ? 'jp-mod-open' : ''}`}
          aria-hidden="true"
          onClick={event => {
            event.stopPropagation();
            toggle([item.key], !opened);
          }}
        >
          {hasChildren && <Glyph name="right" />}
        </span>
        <Glyph name={item.glyph} />
        <span id={id} className="jp-WeftOutline-text">
          {item.label} <span className="jp-WeftOutline-detail">{item.detail}</span>
          {run && <span className="jp-sr-only"> {RUN_STATES[run](trans)}</span>}
        </span>
        {run && (
          <span className={`jp-WeftOutline-run jp-mod-${run}`} title={RUN_STATES[run](trans)}>
            <Glyph name={glyphOf(run)} />
          </span>
        )}
      </div>
      {hasChildren && opened && (
        <ul role="group">
          {item.children.map(child => (
            <Branch key={child.key} item={child} level={level + 1} {...rest} />
          ))}
        </ul>
      )}
    </li>
  );
}
