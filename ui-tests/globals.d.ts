/** A widget of the main area, as far as tests read it. */
interface TestWidget {
  id: string;
  isVisible: boolean;
  dispose(): void;
  context: {
    path: string;
    /** Of notebooks. */
    sessionContext: {
      session: {
        kernel: {
          requestExecute(content: object): {
            done: Promise<{
              content: { user_expressions: Record<string, { data: Record<string, string> }> };
            }>;
          };
        } | null;
      } | null;
    };
    model: {
      toString(): string;
      /** Of notebooks. */
      sharedModel: {
        cells: {
          id: string;
          setSource(source: string): void;
          setMetadata(key: string, value: unknown): void;
        }[];
        insertCell(index: number, cell: object): void;
      };
    };
  };
  content: {
    editor: {
      doc: { write(path: readonly string[], value: unknown): void };
      view: { flow: { edges: { id: string }[] } };
      select(selection: { nodes?: string[]; edges?: string[] }): void;
    };
    /** Of notebooks. */
    activeCell?: { editor?: { getCursorPosition(): { line: number } } };
  };
}

interface Window {
  /** Set by Galata. */
  galata: {
    getPlugin(id: string): Promise<{ set(plugin: string, key: string, value: unknown): Promise<void> }>;
  };
  /** Set by JupyterLab when `expose_app_in_browser` is on. */
  jupyterapp: {
    commands: {
      execute(id: string, args?: object): Promise<unknown>;
      isEnabled(id: string, args?: object): boolean;
    };
    serviceManager: {
      kernelspecs: { refreshSpecs(): Promise<void> };
      contents: { rename(from: string, to: string): Promise<unknown> };
    };
    shell: {
      widgets(area: string): Iterable<TestWidget>;
      add(widget: TestWidget, area: string, options: object): void;
      activateById(id: string): void;
    };
  };
}
