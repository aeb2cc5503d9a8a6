import { expect, test } from '../test';
import type { WeftPage } from '../weft';

/** One page for all that needs no fresh one: another document opens in a fraction of a second. */
test('the document', async ({ weft, page }) => {
  const dirty = page.locator('.lm-TabBar-tab.jp-mod-dirty');
  await weft.uploadExample();

  await test.step('the file browser shows the icon of the type', async () => {
    await page.filebrowser.openDirectory(weft.folder);
    const item = page.locator('.jp-DirListing-item[title*="breast-cancer.weft"] [data-icon="weft:pipeline"]');
    await expect(item).toHaveCount(1);
  });

  await test.step('opens the example with every node and edge, and leaves it clean', async () => {
    await weft.open('breast-cancer.weft');
    await expect(weft.nodes).toHaveCount(9);
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(15);
    await expect(dirty).toHaveCount(0);
    await expect(page.locator('.jp-Toolbar .jp-WeftSaveState')).toHaveText('Saved');
  });

  await test.step('a change marks the file, undo takes back one gesture, save writes it whole', async () => {
    const before = (await weft.document()).layout.clean;
    await dragDown(weft, 'clean');
    await expect(dirty).toHaveCount(1);
    const moved = (await weft.document()).layout.clean;
    expect(moved[1]).toBeGreaterThan(before[1] + 40);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await weft.document()).layout.clean).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await weft.document()).layout.clean).toEqual(moved);
    await weft.command('docmanager:save');
    await expect(dirty).toHaveCount(0);
    expect(JSON.parse(await weft.fileText('breast-cancer.weft')).layout.clean).toEqual(moved);
  });

  await test.step('revert goes back to what was saved', async () => {
    const saved = await weft.documentText();
    await dragDown(weft, 'split');
    await expect(dirty).toHaveCount(1);
    // the file follows the room
    await expect(dirty).toHaveCount(0);
    expect(await weft.fileText('breast-cancer.weft')).not.toBe(saved);
    await weft.commandAndAnswer('docmanager:restore-checkpoint');
    await expect.poll(() => weft.documentText()).toBe(saved);
    await expect(weft.nodes).toHaveCount(9);
    await expect(dirty).toHaveCount(0);
  });

  await test.step('a renamed file keeps its cells, its pools and its place to save', async () => {
    await weft.commandAndAnswer('docmanager:rename', 'renamed.weft');
    await expect(page.locator('.lm-TabBar-tab.jp-mod-current', { hasText: 'renamed.weft' })).toHaveCount(1);
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(15);
    await expect(weft.node('network')).toContainText('NVIDIA A100 80 GB');
    await dragDown(weft, 'clean');
    await weft.command('docmanager:save');
    await expect(dirty).toHaveCount(0);
    expect(JSON.parse(await weft.fileText('renamed.weft')).layout.clean[1]).toBeGreaterThan(160);
    await weft.closeAll();
  });

  await test.step('a read-only file can be looked at and not changed, and says so', async () => {
    const before = await weft.fileText('renamed.weft');
    await page.route(/\/api\/contents\/.*renamed\.weft\?/, async route => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), writable: false } });
    });
    await weft.open('renamed.weft');
    await expect(page.locator('.jp-Document').getByText('file is read-only')).toBeVisible();
    await weft.node('clean').locator('.jp-WeftNode-header').click();
    await page.keyboard.press('Delete');
    await dragDown(weft, 'split');
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowRight');
    await weft.command('weft:add-note');
    await expect(page.locator('.react-flow__node.selected')).toHaveCount(1);
    await expect(page.locator('.jp-WeftEditor input')).toHaveCount(0);
    expect(await weft.documentText()).toBe(before);
    await expect(dirty).toHaveCount(0);
    await weft.showInspector();
    await expect(page.locator('.jp-WeftInspector')).toContainText('Read-only');
    await page.unrouteAll();
    await weft.closeAll();
  });

  await test.step('the launcher, the New menu and the palette make a pipeline that can be saved and read again', async () => {
    await page.menu.open('File>New');
    await expect(page.locator('.lm-Menu-itemLabel', { hasText: 'Weft Pipeline' })).toBeVisible();
    await page.menu.closeAll();
    await weft.command('apputils:activate-command-palette');
    await page.locator('.lm-CommandPalette-input').fill('new weft');
    await expect(page.locator('.lm-CommandPalette-item', { hasText: 'New Weft Pipeline' })).toBeVisible();
    await page.keyboard.press('Escape');
    await weft.command('launcher:create');
    await page.locator('.jp-LauncherCard:visible', { hasText: 'Weft Pipeline' }).click();
    await expect(weft.canvas).toContainText('This pipeline is empty');
    await weft.command('weft:add-note');
    await expect(weft.nodes).toHaveCount(1);
    await expect(page.locator('.lm-TabBar-tab.jp-mod-current.jp-mod-dirty')).toHaveCount(1);
    await weft.command('docmanager:save');
    await expect(dirty).toHaveCount(0);
    const { id, name } = JSON.parse(await weft.fileText('untitled.weft'));
    expect(id).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(name).toBe('untitled');
    await weft.command('docmanager:reload');
    await expect(weft.nodes).toHaveCount(1);
    await weft.closeAll();
  });

  await test.step('a broken file says where, is never overwritten, and opens as text', async () => {
    const broken = '{\n  "weft": 1,\n  "nodes": {,}\n}\n';
    await weft.upload('broken.weft', broken);
    await page.filebrowser.open(`${weft.folder}/broken.weft`);
    const fault = page.locator('.jp-WeftEditor-fault');
    await expect(fault).toContainText('line 3');
    await weft.command('docmanager:save');
    expect(await weft.fileText('broken.weft')).toBe(broken);
    await fault.getByRole('button', { name: 'Open as Text' }).click();
    await expect(page.locator('.jp-FileEditor')).toBeVisible();
    await weft.closeAll();
  });

  await test.step('a file made by a newer Weft is left alone', async () => {
    const text = '{\n  "weft": 99,\n  "id": "a",\n  "name": "x",\n  "nodes": {}\n}\n';
    const newer = await weft.upload('newer.weft', text);
    await page.filebrowser.open(`${weft.folder}/newer.weft`);
    await expect(page.locator('.jp-WeftEditor-fault')).toContainText('newer');
    expect(await weft.fileText('newer.weft')).toBe(newer);
  });
});

async function dragDown(weft: WeftPage, id: string): Promise<void> {
  const box = (await weft.node(id).boundingBox())!;
  await weft.drag(weft.node(id).locator('.jp-WeftNode-header'), {
    x: box.x + box.width / 2,
    y: box.y + 160
  });
}
