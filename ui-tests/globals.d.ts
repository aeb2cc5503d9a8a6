interface Window {
  /** Set by JupyterLab when `expose_app_in_browser` is on. */
  jupyterapp: {
    commands: {
      execute(id: string, args?: object): Promise<unknown>;
      isEnabled(id: string, args?: object): boolean;
    };
  };
}
