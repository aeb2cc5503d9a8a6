import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../team';
import type { TeamPage } from '../team-page';
import type { Servers } from '../team';

const note = (text: string) => ({ kind: 'note', text });
const PIPELINE = {
  weft: 1,
  id: 'team000000000000000001',
  name: 'team',
  nodes: {
    load: { kind: 'container', image: 'acme/load:1', title: 'Load' },
    train: { kind: 'container', image: 'acme/train:1', title: 'Train', after: ['load'] },
    word: note('as it was')
  },
  layout: { load: [0, 0], train: [320, 0], word: [0, 200] }
};

/** A pipeline of its own, with the same text at both servers. */
function write({ a, b }: Servers, name: string, id: string): void {
  const text = `${JSON.stringify({ ...PIPELINE, id }, null, 2)}\n`;
  [a, b].forEach(server => server.write(name, text));
}

const imageOf = async (who: TeamPage, node: string) => (await who.document()).nodes[node]?.image;
const nodesOf = async (who: TeamPage) => Object.keys((await who.document()).nodes).sort();

test('two users at two servers draw one pipeline', async ({ servers, join }) => {
  write(servers, 'team.weft', 'team000000000000000001');
  const [ann, bob] = [await join(servers.a, 'ann'), await join(servers.b, 'bob')];

  await test.step('opening the same pipeline leads to the same room', async () => {
    await ann.openLive('team.weft');
    await bob.openLive('team.weft');
    await expect(bob.nodes).toHaveCount(3);
  });

  await test.step('what one draws the other sees', async () => {
    await ann.select('load');
    await ann.command('weft:duplicate');
    await expect(bob.nodes).toHaveCount(4);
    const box = (await bob.node('train').boundingBox())!;
    await bob.drag(bob.node('train').locator('.jp-WeftNode-header'), {
      x: box.x + box.width / 2,
      y: box.y + 160
    });
    const moved = (await bob.document()).layout.train;
    expect(moved[1]).toBeGreaterThan(40);
    await expect.poll(async () => (await ann.document()).layout.train).toEqual(moved);
  });

  await test.step('undo takes back what this user did, and nothing of others', async () => {
    await ann.command('weft:undo');
    await expect(bob.nodes).toHaveCount(3);
    expect((await ann.document()).layout.train[1]).toBeGreaterThan(40);
  });

  await test.step('without the hub both go on, and their edits meet when it is back', async () => {
    await servers.hub.stop();
    await expect(ann.saveState).toHaveText('Offline');
    await expect(bob.saveState).toHaveText('Offline');
    await ann.select('word');
    await ann.command('weft:delete');
    await bob.select('load');
    await bob.command('weft:duplicate');
    await expect(ann.saveState).toHaveText(/Offline, \d+ unsent/);
    await servers.hub.start();
    for (const who of [ann, bob]) {
      await who.command('weft:reconnect');
      await expect(who.saveState).toHaveText('Saved');
      await expect(who.nodes).toHaveCount(3);
      expect(await nodesOf(who)).not.toContain('word');
    }
  });

  await test.step('both files say what was drawn', async () => {
    await expectSameFiles(servers, 'team.weft', ann);
  });

  await test.step('a file that was changed elsewhere is merged into the room', async () => {
    const text = servers.a.text('team.weft').replace('acme/train:1', 'acme/train:2');
    servers.a.write('team.weft', text);
    await ann.command('docmanager:save');
    await expect.poll(() => imageOf(bob, 'train')).toBe('acme/train:2');
    await expectSameFiles(servers, 'team.weft', ann);
  });

  await test.step('a file that cannot be read is never written over', async () => {
    servers.b.write('team.weft', '{ broken');
    await ann.select('load');
    await ann.command('weft:duplicate');
    await expect(bob.nodes).toHaveCount(4);
    await expect(bob.page.locator('.Toastify__toast')).toContainText('cannot be read any more');
    await expect(bob.saveState).toHaveText('File not written');
    expect(servers.b.text('team.weft')).toBe('{ broken');
  });
});

test('viewers cannot change a byte', async ({ servers, join }) => {
  write(servers, 'shown.weft', 'team000000000000000002');
  const ann = await join(servers.a, 'ann');
  await ann.openLive('shown.weft');
  const bob = await join(servers.b, 'bob');
  await bob.openLive('shown.weft');

  await test.step('the owner shares by a dialog', async () => {
    await ann.ask('weft:share');
    await ann.dialog.getByLabel('User name').fill('eve');
    await ann.dialog.getByLabel('Role of the new user').selectOption('commenter');
    await ann.answer('Add').click();
    await expect(ann.dialog.getByRole('status')).toHaveText('eve is now: Commenter.');
    await ann.dialog.getByLabel('Role of everybody else').selectOption('viewer');
    await expect(ann.dialog.getByRole('status')).toHaveText('Everybody else is now: Viewer.');
    await expectAccessible(ann);
    await ann.answer('Close').click();
  });

  await test.step('and does so by keys alone', async () => {
    const { keyboard } = ann.page;
    await ann.ask('weft:share');
    await expect(ann.answer('Close')).toBeFocused();
    await keyboard.press('Tab');
    await expect(ann.dialog.getByLabel('Role of ann')).toBeFocused();
    await ann.dialog.getByLabel('User name').focus();
    await keyboard.type('kim');
    await keyboard.press('Enter');
    await expect(ann.dialog.getByRole('status')).toHaveText('kim is now: Editor.');
    await ann.dialog.getByLabel('Remove kim').focus();
    await keyboard.press('Enter');
    await expect(ann.dialog.getByRole('status')).toHaveText('kim has no role of their own any more.');
    await expect(ann.dialog.getByLabel('User name')).toBeFocused();
    await keyboard.press('Escape');
    await expect(ann.dialog).toHaveCount(0);
  });

  const pages = [await join(servers.b, 'vic'), await join(servers.b, 'val'), await join(servers.a, 'vera')];
  const viewers = [bob, ...pages];

  await test.step('somebody who was here loses their rights at once', async () => {
    await expect(bob.saveState).toHaveText('Read-only');
  });

  await test.step('no key, no button and no drag changes anything', async () => {
    for (const viewer of pages) {
      await viewer.openLive('shown.weft', 'Read-only');
    }
    const before = [servers.a.text('shown.weft'), servers.b.text('shown.weft'), await ann.documentText()];
    for (const viewer of viewers) {
      await viewer.node('train').locator('.jp-WeftNode-header').click();
      await viewer.page.keyboard.press('Delete');
      await viewer.page.keyboard.press('ArrowRight');
      await viewer.command('weft:duplicate');
      await viewer.command('weft:add-note');
      const box = (await viewer.node('load').boundingBox())!;
      await viewer.drag(viewer.node('load').locator('.jp-WeftNode-header'), {
        x: box.x + 40,
        y: box.y + 140
      });
      await viewer.command('docmanager:save');
      expect(await viewer.documentText()).toBe(before[2]);
    }
    await ann.ask('weft:live-status');
    await expect(ann.dialog).toContainText('Owner');
    await ann.answer('Close').click();
    expect([servers.a.text('shown.weft'), servers.b.text('shown.weft'), await ann.documentText()]).toEqual(
      before
    );
  });

  await test.step('a viewer is told whom to ask', async () => {
    await pages[0].ask('weft:share');
    await expect(pages[0].dialog).toContainText('Only an owner');
    await pages[0].answer('Close').click();
  });
});

test('versions are named, compared and restored', async ({ servers, join }) => {
  write(servers, 'versions.weft', 'team000000000000000003');
  const ann = await join(servers.a, 'ann');
  await ann.openLive('versions.weft');
  await ann.ask('weft:versions');
  await ann.dialog.getByLabel('Name of this version').fill('first');
  await ann.answer('Save Version').click();
  await expect(ann.dialog.getByRole('status')).toHaveText('Version “first” is saved.');
  await expectAccessible(ann);
  await ann.answer('Close').click();
  await ann.set('train', 'image', 'acme/train:2');
  await ann.ask('weft:versions');
  await ann.answer('Compare with “first”').click();
  await expect(ann.dialog.getByRole('listitem').filter({ hasText: '“Train”: image' })).toBeVisible();
  await ann.answer('Restore “first”').click();
  await expect(ann.dialog.getByRole('status')).toContainText('is restored');
  await ann.answer('Close').click();
  await expect.poll(() => imageOf(ann, 'train')).toBe('acme/train:1');
});

test('a room with another history is merged by hand, never by itself', async ({ servers, join }) => {
  write(servers, 'parted.weft', 'team000000000000000004');
  const ann = await join(servers.a, 'ann');
  await ann.openLive('parted.weft');
  const cat = await join(servers.b, 'cat');

  await test.step('the hub loses its rooms while somebody is offline', async () => {
    await servers.hub.stop();
    await expect(ann.saveState).toHaveText('Offline');
    await ann.page.context().setOffline(true);
    await ann.set('train', 'image', 'acme/train:ann');
    await ann.set('word', 'text', 'written offline');
    servers.hub.forget();
    await servers.hub.start();
    await cat.openLive('parted.weft');
    await cat.set('train', 'image', 'acme/train:cat');
    await cat.set('load', 'image', 'acme/load:cat');
    await expect(cat.saveState).toHaveText('Saved');
  });

  await test.step('the user decides setting by setting', async () => {
    await ann.page.context().setOffline(false);
    await ann.command('weft:reconnect');
    await ann.dialog.waitFor();
    await expect(ann.saveState).toHaveText('Two versions');
    await expect(ann.dialog.getByRole('row')).toHaveCount(2);
    await expectAccessible(ann);
    await ann.dialog.getByRole('radio', { name: /Train.*On the hub/ }).check();
    await ann.answer('Merge').click();
    await expect(ann.saveState).toHaveText('Saved');
  });

  await test.step('nothing is lost and nothing is there twice', async () => {
    const { nodes } = await ann.document();
    expect(Object.keys(nodes).sort()).toEqual(['load', 'train', 'word']);
    expect([nodes.load.image, nodes.train.image, nodes.word.text]).toEqual([
      'acme/load:cat',
      'acme/train:cat',
      'written offline'
    ]);
    await expectSameFiles(servers, 'parted.weft', ann);
  });
});

test('closing asks only about what the hub has not got', async ({ servers, join }) => {
  write(servers, 'closed.weft', 'team000000000000000005');
  const [ann, amy] = [await join(servers.a, 'ann'), await join(servers.a, 'amy')];
  const editors = (who: TeamPage) => who.page.locator('.jp-WeftEditor');
  const image = () => JSON.parse(servers.a.text('closed.weft')).nodes.train.image as string;

  for (const who of [ann, amy]) {
    await test.step(`${who.user} closes right after an edit, and the file gets it`, async () => {
      await ann.openLive('closed.weft');
      await amy.openLive('closed.weft');
      await who.set('train', 'image', `acme/train:${who.user}`);
      await who.close();
      await expect(editors(who)).toHaveCount(0);
      await expect.poll(image).toBe(`acme/train:${who.user}`);
    });
  }

  await test.step('the one who is left closes, and the file says it when the tab is gone', async () => {
    await expect(editors(ann)).toHaveCount(1);
    await ann.set('train', 'image', 'acme/train:last');
    await ann.close();
    await expect(editors(ann)).toHaveCount(0);
    expect(image()).toBe('acme/train:last');
  });

  await test.step('an edit that waits for the hub is asked about', async () => {
    await ann.openLive('closed.weft');
    await servers.hub.stop();
    await expect(ann.saveState).toHaveText('Offline');
    await ann.set('train', 'image', 'acme/train:offline');
    await ann.close();
    await expect(ann.dialog).toContainText('Save changes in "closed.weft" before closing?');
    await ann.answer('Cancel').click();
    await servers.hub.start();
    await ann.command('weft:reconnect');
    await expect(ann.saveState).toHaveText('Saved');
  });
});

/** What is drawn is in both files. */
async function expectSameFiles({ a, b }: Servers, name: string, who: TeamPage): Promise<void> {
  await expect
    .poll(async () => {
      const drawn = await who.documentText();
      return [a.text(name) === drawn, b.text(name) === drawn];
    })
    .toEqual([true, true]);
}

/** The dialog holds to WCAG AA. */
async function expectAccessible({ page }: TeamPage): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include('.jp-Dialog .jp-WeftDialog')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
}
