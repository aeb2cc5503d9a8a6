import { expect, test } from '../test';

test.describe('the document', () => {
  test('opens the example with every node and edge', async ({ weft }) => {
    await weft.uploadExample();
    await weft.open('breast-cancer.weft');
    await expect(weft.nodes).toHaveCount(9);
    await expect.poll(async () => (await weft.edgeIds()).length).toBe(15);
    await expect(weft.page.locator('.lm-DockPanel-tabBar .lm-TabBar-tab.jp-mod-dirty')).toHaveCount(0);
  });

  test('the file browser shows the icon of the type', async ({ weft, page, tmpPath }) => {
    await weft.uploadExample();
    await page.filebrowser.openDirectory(tmpPath);
    const item = page.locator('.jp-DirListing-item[title*="breast-cancer.weft"] [data-icon="weft:pipeline"]');
    await expect(item).toHaveCount(1);
  });

  test('the launcher makes a new pipeline that can be saved and read again', async ({ page }) => {
    await page.locator('.jp-LauncherCard', { hasText: 'Weft Pipeline' }).click();
    await page.locator('.jp-WeftEditor .react-flow').waitFor();
    await page.evaluate(() => window.jupyterapp.commands.execute('weft:add-note'));
    await expect(page.locator('[data-weft-node]')).toHaveCount(1);
    await expect(page.locator('.lm-TabBar-tab.jp-mod-current.jp-mod-dirty')).toHaveCount(1);
    await page.evaluate(() => window.jupyterapp.commands.execute('docmanager:save'));
    await expect(page.locator('.lm-TabBar-tab.jp-mod-dirty')).toHaveCount(0);
    await page.evaluate(() => window.jupyterapp.commands.execute('docmanager:reload'));
    await expect(page.locator('[data-weft-node]')).toHaveCount(1);
  });

  test('a change marks the file, undo takes back one gesture, save writes it whole', async ({
    weft,
    page
  }) => {
    await weft.uploadExample();
    await weft.open('breast-cancer.weft');
    const before = (await weft.document()).layout.clean;
    const box = (await weft.node('clean').boundingBox())!;
    await weft.drag(weft.node('clean').locator('.jp-WeftNode-header'), {
      x: box.x + box.width / 2,
      y: box.y + 160
    });
    await expect(page.locator('.lm-TabBar-tab.jp-mod-dirty')).toHaveCount(1);
    const moved = (await weft.document()).layout.clean;
    expect(moved[1]).toBeGreaterThan(before[1] + 40);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await weft.document()).layout.clean).toEqual(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await weft.document()).layout.clean).toEqual(moved);
    await weft.command('docmanager:save');
    await expect(page.locator('.lm-TabBar-tab.jp-mod-dirty')).toHaveCount(0);
    expect(JSON.parse(await weft.fileText('breast-cancer.weft')).layout.clean).toEqual(moved);
  });

  test('a broken file says where, is never overwritten, and opens as text', async ({ weft, page }) => {
    const broken = '{\n  "weft": 1,\n  "nodes": {,}\n}\n';
    await weft.upload('broken.weft', broken);
    await page.filebrowser.open(`${weft.folder}/broken.weft`);
    const fault = page.locator('.jp-WeftEditor-fault');
    await expect(fault).toContainText('line 3');
    await weft.command('docmanager:save');
    expect(await weft.fileText('broken.weft')).toBe(broken);
    await fault.getByRole('button', { name: 'Open as Text' }).click();
    await expect(page.locator('.jp-FileEditor')).toBeVisible();
  });

  test('a file made by a newer Weft is left alone', async ({ weft, page }) => {
    const newer = '{\n  "weft": 99,\n  "id": "a",\n  "name": "x",\n  "nodes": {}\n}\n';
    await weft.upload('newer.weft', newer);
    await page.filebrowser.open(`${weft.folder}/newer.weft`);
    await expect(page.locator('.jp-WeftEditor-fault')).toContainText('newer');
    expect(await weft.fileText('newer.weft')).toBe(newer);
  });
});
