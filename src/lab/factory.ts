import { ABCWidgetFactory, type DocumentRegistry, type DocumentWidget } from '@jupyterlab/docregistry';
import { EditorWidget } from './editor-widget';
import { PROVIDER } from './live/provider-id';
import type { WeftModel } from './model';
import { PipelineTab } from './pipeline-tab';
import type { EditorServices } from './services';

/** Opens `.weft` files. */
export class WeftWidgetFactory extends ABCWidgetFactory<DocumentWidget<EditorWidget, WeftModel>, WeftModel> {
  constructor(
    options: DocumentRegistry.IWidgetFactoryOptions<DocumentWidget<EditorWidget, WeftModel>>,
    private readonly _services: EditorServices
  ) {
    super(options);
  }

  /** Content comes from the room of a pipeline, unless it is edited alone; asked for at each opening. */
  override get contentProviderId(): string | undefined {
    return this._services.live?.settings.isOn ? PROVIDER : undefined;
  }

  protected createNewWidget(
    context: DocumentRegistry.IContext<WeftModel>
  ): DocumentWidget<EditorWidget, WeftModel> {
    const content = new EditorWidget(context, this._services);
    return new PipelineTab({ content, context }, this._services.live);
  }
}
