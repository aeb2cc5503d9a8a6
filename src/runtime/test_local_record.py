"""What a local run tells of the records of its steps."""

import pathlib

from test_local import Pipeline, ended, run


def test_a_step_tells_where_its_record_lies(tmp_path):
    record = {"weft_notebook": "Artifact", "weft_report": "HTML"}
    pipeline = (
        Pipeline()
        .step("fine", "print('shown')", outputs=record)
        .step("bad", "1 / 0", outputs=record, after=["fine"])
        .step("never", "1", outputs=record, after=["bad"])
    )
    _, events, _ = run(tmp_path, pipeline)
    ends = ended(events)
    for name, text in (("fine", "shown"), ("bad", "ZeroDivisionError")):
        for path in ends[name]["record"].values():
            assert text in pathlib.Path(path).read_text()
    assert sorted(ends["bad"]["record"]) == ["notebook", "report"]
    assert ends["never"]["state"] == "skipped" and "record" not in ends["never"]
