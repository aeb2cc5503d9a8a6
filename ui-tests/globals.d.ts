/** A widget of the main area, as far as tests read it. */
interface TestWidget {
  id: string;
  isVisible: boolean;
  dispose(): void;
  context: { path: string; model: { toString(): string } };
  content: { editor: { view: { flow: { edges: { id: string }[] } } } };
}

interface Window {
  /** Set by JupyterLab when `expose_app_in_browser` is on. */
  jupyterapp: {
    commands: {
      execute(id: string, args?: object): Promise<unknown>;
      isEnabled(id: string, args?: object): boolean;
    };
    shell: {
      widgets(area: string): Iterable<TestWidget>;
      add(widget: TestWidget, area: string, options: object): void;
      activateById(id: string): void;
    };
  };
}
