import React from 'react';
import type { PanelProps } from '../panel';
import { useEditor } from '../use-editor';
import { PoolList } from './PoolList';

/** The pools that the steps of an open pipeline may ask for. */
export function Pools({ editor, trans }: PanelProps): React.ReactElement {
  const { catalog, catalogFault } = useEditor(editor);
  return <PoolList catalog={catalog} fault={catalogFault} trans={trans} />;
}
