import { ABCWidgetFactory, type DocumentRegistry, DocumentWidget } from '@jupyterlab/docregistry';
import { EditorWidget } from './editor-widget';
import type { WeftModel } from './model';
import type { EditorServices } from './services';

/** Opens `.weft` files. */
export class WeftWidgetFactory extends ABCWidgetFactory<DocumentWidget<EditorWidget, WeftModel>, WeftModel> {
  constructor(
    options: DocumentRegistry.IWidgetFactoryOptions<DocumentWidget<EditorWidget, WeftModel>>,
    private readonly _services: EditorServices
  ) {
    super(options);
  }

  protected createNewWidget(
    context: DocumentRegistry.IContext<WeftModel>
  ): DocumentWidget<EditorWidget, WeftModel> {
    return new DocumentWidget({ content: new EditorWidget(context, this._services), context });
  }
}
