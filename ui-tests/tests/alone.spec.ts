import { freePort, JupyterServer, newFolder } from '../servers';
import { expect, test as base } from '../team';

/** One server with its own hub; the pages on it close before it does. */
const test = base.extend<{ server: JupyterServer }>({
  server: async ({}, use) => {
    const server = await new JupyterServer(await freePort(), newFolder('solo')).start();
    await use(server);
    await server.stop();
  }
});

const PIPELINE = `{
  "weft": 1,
  "id": "solo000000000000000001",
  "name": "solo",
  "nodes": { "word": { "kind": "note", "text": "as it was" } },
  "layout": { "word": [0, 0] }
}
`;

test('one Jupyter server, without any set-up', async ({ server, join }) => {
  server.write('solo.weft', PIPELINE);
  const ann = await join(server, 'ann');

  await test.step('without a hub the file is edited alone, and says so', async () => {
    await ann.page.route('**/weft/hub*', route => route.fulfill({ status: 404 }));
    await ann.openLive('solo.weft', 'Edited alone');
    await ann.set('word', 'text', 'edited alone');
    await expect(ann.page.locator('.lm-TabBar-tab.jp-mod-dirty')).toHaveCount(1);
    await ann.close();
    await expect(ann.dialog).toContainText('Save changes in "solo.weft" before closing?');
    await ann.answer('Cancel').click();
    await ann.command('docmanager:save');
    await expect(ann.page.locator('.lm-TabBar-tab.jp-mod-dirty')).toHaveCount(0);
    expect(server.text('solo.weft')).toContain('edited alone');
    await ann.page.unrouteAll();
    await ann.ask('weft:live-status');
    await ann.answer('Reconnect').click();
    await expect(ann.saveState).toHaveText('Saved');
    expect((await ann.document()).nodes.word.text).toBe('edited alone');
  });

  await test.step('two people meet on the hub that the server starts', async () => {
    const bob = await join(server, 'bob');
    await bob.openLive('solo.weft');
    await bob.set('word', 'text', 'by bob');
    await expect.poll(async () => (await ann.document()).nodes.word.text).toBe('by bob');
    await ann.set('word', 'text', 'by ann');
    await expect.poll(async () => (await bob.document()).nodes.word.text).toBe('by ann');
    await expect.poll(() => server.text('solo.weft')).toContain('by ann');
  });

  await test.step('a copy gets an identity of its own', async () => {
    server.write('copy.weft', server.text('solo.weft'));
    await ann.page.evaluate(
      () => void window.jupyterapp.commands.execute('docmanager:open', { path: 'copy.weft' })
    );
    await ann.answer('Make It Separate').click();
    await expect(ann.saveState.last()).toHaveText('Saved');
    await ann.set('word', 'text', 'in the copy');
    await expect.poll(() => server.text('copy.weft')).toContain('in the copy');
    expect(server.text('copy.weft')).not.toContain('solo000000000000000001');
    expect(server.text('solo.weft')).toContain('by ann');
  });
});
