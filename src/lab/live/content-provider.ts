import type { Contents, IContentProvider } from '@jupyterlab/services';
import type { ISignal } from '@lumino/signaling';
import type { Live } from './live';
import { PROVIDER } from './provider-id';

/**
 * Registers how pipelines are read and written while they are edited live: content comes from the room, and the file
 * is a copy of it. Content providers are experimental in JupyterLab 4.6; nothing else here knows of them.
 * @returns false where JupyterLab offers none: files are then opened as ever
 */
export function provideContent(drive: Contents.IDrive | null, live: Live): boolean {
  if (!drive?.contentProviderRegistry) {
    return false;
  }
  drive.contentProviderRegistry.register(PROVIDER, new LiveContent(drive, live));
  return true;
}

class LiveContent implements IContentProvider {
  constructor(
    private readonly _drive: Contents.IDrive,
    private readonly _live: Live
  ) {
    this.sharedModelFactory = {
      collaborative: true,
      createNew: ({ path, contentType, collaborative }) =>
        contentType === 'weft' && collaborative !== false ? this._live.open(path).document : undefined
    };
  }

  readonly sharedModelFactory: Contents.ISharedFactory;

  get fileChanged(): ISignal<IContentProvider, Contents.IChangedArgs> {
    return this._live.fileSaved as unknown as ISignal<IContentProvider, Contents.IChangedArgs>;
  }

  get(path: string, options: Contents.IFetchOptions = {}): Promise<Contents.IModel> {
    const rest = { ...options, contentProviderId: undefined }; // or the drive would ask here again
    return this._live.at(path)?.get(rest) ?? this._drive.get(path, rest);
  }

  save(path: string, options: Partial<Contents.IModel> = {}): Promise<Contents.IModel> {
    const rest = { ...options, contentProviderId: undefined };
    return this._live.at(path)?.save(rest) ?? this._drive.save(path, rest);
  }
}
