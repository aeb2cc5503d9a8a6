import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';

/** When a Jupyter server was started: two servers that are both called localhost differ in it. */
export async function serverStart(server: ServerConnection.ISettings): Promise<string> {
  try {
    const url = URLExt.join(server.baseUrl, 'api/status');
    const answer = await ServerConnection.makeRequest(url, { cache: 'no-store' }, server);
    return String(((await answer.json()) as { started?: string }).started);
  } catch {
    return '';
  }
}
