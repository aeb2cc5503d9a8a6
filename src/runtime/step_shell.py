"""Runs source in IPython's shell, for magics and shell lines."""

import tempfile

from step_errors import StepError


class Shell:
    def __init__(self, module, parameters, record):
        try:
            from IPython.core.interactiveshell import InteractiveShell
            from traitlets.config import Config
        except ImportError:
            raise StepError("cells use IPython, which is not in the image: add it.") from None
        self._folder = tempfile.TemporaryDirectory()
        shell = InteractiveShell.instance(
            config=Config(HistoryManager={"enabled": False}),
            ipython_dir=self._folder.name,
            user_module=module,
        )
        shell.ast_transformers.append(parameters)
        shell.showtraceback = shell.showsyntaxerror = shell.enable_gui = lambda *_, **__: None
        shell.displayhook.write_output_prompt = shell.enable_gui
        shell.displayhook.quiet = lambda: self._source.rstrip().endswith(";")
        shell.displayhook.write_format_data = record.result
        shell.display_pub.publish = record.show
        shell.display_pub.clear_output = record.clear
        shell.compile.get_code_name = lambda *_: self._filename
        self._run_cell, shell.run_cell = shell.run_cell, self._inside

    def run(self, source, filename):
        self._source, self._filename, self._error = source, filename, None
        result = self._inside(source)
        if self._error:
            raise self._error
        return result.result

    def _inside(self, source, *args, **kwargs):
        """Cell magics run their bodies by this too, and some are silent about errors in them."""
        above, found, _ = self._source.partition(source.rstrip() or "\n")
        if found and not source.startswith("%%"):
            source = "#\n" * above.count("\n") + source
        result = self._run_cell(source, *args, **kwargs)
        self._error = self._error or result.error_before_exec or result.error_in_exec
        return result
