"""Runs source in IPython's shell, for magics and shell lines."""

import tempfile

from step_errors import StepError, has


class Shell:
    def __init__(self, main, parameters, record):
        if not has("IPython"):
            raise StepError(
                "its cells use IPython syntax, and IPython is not in the image: add it, or use plain Python."
            )
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config

        config = Config()
        config.HistoryManager.enabled = False
        self.folder = tempfile.TemporaryDirectory(prefix="weft-ipython-")
        self.shell = InteractiveShell.instance(config=config, ipython_dir=self.folder.name, user_module=main)
        self.shell.ast_transformers.append(parameters)
        self.shell.showtraceback = self.shell.showsyntaxerror = lambda *_, **__: None
        self.shell.enable_gui = lambda *_: None
        self.shell.system = self.shell.system_piped
        self.shell.displayhook.quiet = lambda: self.source.rstrip().endswith(";")
        self.shell.displayhook.write_output_prompt = lambda: None
        self.shell.displayhook.write_format_data = record.result
        self.shell.display_pub.publish = record.show
        self.shell.display_pub.clear_output = lambda *_, **__: record.outputs.clear()
        self.shell.compile.get_code_name = lambda *_: self.filename

        self.run_cell = self.shell.run_cell
        self.shell.run_cell = self.inside

    def run(self, source, filename):
        self.source, self.filename, self.error = source, filename, None
        result = self.inside(source)
        if self.error:
            raise self.error
        return result.result

    def inside(self, source, *args, **kwargs):
        """Cell magics run their bodies by this too, and some are silent about errors in them."""
        above, found, _ = self.source.partition(source.rstrip())
        if found and not source.startswith("%%"):
            source = "#\n" * above.count("\n") + source
        result = self.run_cell(source, *args, **kwargs)
        self.error = self.error or result.error_before_exec or result.error_in_exec
        return result
