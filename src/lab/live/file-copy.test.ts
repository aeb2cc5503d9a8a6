import { expect, test } from 'vitest';
import {
  createSharedPipeline,
  newPipeline,
  type Pipeline,
  readPipeline,
  writePipeline
} from '../../pipeline';
import { OneFile } from '../testing/one-file';
import { DiskFile, type FileState } from './disk-file';
import { type Answer, FileCopy } from './file-copy';
import { FileHeldBack } from './file-held-back';
import { markOf } from './place';

const NOTE = { kind: 'note', text: 'as it was' };
const START = writePipeline({ ...newPipeline({ id: 'doc', name: 'demo' }), nodes: { a: NOTE, b: NOTE } });

async function open(text = START, answer: Answer | null = null) {
  const file = new OneFile(text);
  const disk = new DiskFile(file, () => 'demo.weft');
  const doc = createSharedPipeline();
  doc.load(readPipeline(START));
  const agreed: FileState[] = [];
  const asked: string[] = [];
  const copy = new FileCopy(
    {
      doc,
      disk,
      ask: async merge => {
        asked.push(merge.kind);
        return answer;
      },
      agreed: state => agreed.push(state)
    },
    await disk.read()
  );
  const write = () => copy.write(() => undefined, false);
  return { file, doc, copy, write, agreed, asked };
}

const noteOf = (pipeline: Pipeline, id: string) => {
  const node = pipeline.nodes[id];
  return node?.kind === 'note' ? node.text : undefined;
};
const textOf = (text: string | null, node: string) => noteOf(readPipeline(text ?? ''), node);

test('what is drawn is written, and only when it differs', async () => {
  const { file, doc, write } = await open();
  await write();
  expect(file.writes).toBe(0);
  doc.write(['nodes', 'a', 'text'], 'new');
  await write();
  await write();
  expect(file.writes).toBe(1);
  expect(textOf(file.text, 'a')).toBe('new');
});

test('an edit that was taken back leaves nothing to be written', async () => {
  const { file, doc, copy, write } = await open();
  await write();
  doc.write(['nodes', 'a', 'text'], 'new');
  doc.undo();
  expect(copy.isBehind).toBe(true);
  await write();
  expect([copy.isBehind, file.writes]).toEqual([false, 0]);
});

test('changes of others are taken in before anything is written over', async () => {
  const { file, doc, write } = await open();
  file.change(START.replace('as it was', 'from outside'));
  doc.write(['nodes', 'b', 'text'], 'mine');
  await write();
  expect([textOf(file.text, 'a'), textOf(file.text, 'b')]).toEqual(['from outside', 'mine']);
  expect(noteOf(doc.stored, 'a')).toBe('from outside');
});

test('a text that cannot be read stays', async () => {
  const { file, doc, write, asked } = await open();
  file.change('{ broken');
  doc.write(['nodes', 'b', 'text'], 'mine');
  await expect(write()).rejects.toBeInstanceOf(FileHeldBack);
  expect([file.text, file.writes, asked]).toEqual(['{ broken', 0, ['unreadable']]);
  file.change(START);
  await write();
  expect(textOf(file.text, 'b')).toBe('mine');
});

test('while the user has not decided nothing is written, and then what they decided', async () => {
  const { file, doc, write, asked } = await open(START, pipeline => pipeline);
  doc.write(['nodes', 'a', 'text'], 'mine');
  file.change(START.replace('as it was', 'theirs'));
  await write();
  expect([textOf(file.text, 'a'), asked]).toEqual(['mine', ['conflicts']]);
});

test('what another writer of the same room wrote is no change from outside', async () => {
  const { file, doc, copy, write, asked } = await open();
  const theirs = START.replace('as it was', 'older');
  doc.write(['nodes', 'a', 'text'], 'newer');
  file.change(theirs);
  copy.hear(markOf(theirs));
  await write();
  expect([textOf(file.text, 'a'), asked]).toEqual(['newer', []]);
});

test('nor is what one wrote who left before they were heard', async () => {
  const { file, doc, copy, write, asked } = await open();
  const edit = (text: string) => {
    doc.write(['nodes', 'a', 'text'], text);
    copy.see();
  };
  edit('theirs');
  file.change(writePipeline(doc.stored));
  edit('mine');
  await write();
  expect([textOf(file.text, 'a'), asked]).toEqual(['mine', []]);
});

test('a file that was put back to what it said before is a change from outside', async () => {
  const { file, doc, copy, write } = await open();
  const texts: (string | null)[] = [];
  for (const text of ['one', 'two']) {
    doc.write(['nodes', 'a', 'text'], text);
    copy.see();
    await write();
    texts.push(file.text);
  }
  file.change(texts[0] ?? null);
  await write();
  expect([textOf(file.text, 'a'), noteOf(doc.stored, 'a')]).toEqual(['one', 'one']);
});

test('a file that is gone is made again only when the user saves', async () => {
  const { file, doc, copy, write } = await open();
  file.change(null);
  doc.write(['nodes', 'a', 'text'], 'new');
  await expect(write()).rejects.toThrow('no such file');
  await copy.write(() => undefined, true);
  expect(textOf(file.text, 'a')).toBe('new');
});

test('the last write leaves alone what somebody changed meanwhile', async () => {
  const { file, doc, copy } = await open();
  doc.write(['nodes', 'a', 'text'], 'new');
  file.change(START.replace('as it was', 'from outside'));
  await copy.flush();
  expect(textOf(file.text, 'a')).toBe('from outside');
});

test('going back to the file can be undone', async () => {
  const { file, doc, copy } = await open();
  doc.write(['nodes', 'a', 'text'], 'new');
  expect(file.text).toBe(START);
  await copy.revert();
  expect(noteOf(doc.stored, 'a')).toBe('as it was');
  doc.undo();
  expect(noteOf(doc.stored, 'a')).toBe('new');
});
