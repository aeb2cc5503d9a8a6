"""Files that cells write: as outputs by their paths, put where the next step reads them, and as values."""

import os

WRITE = "import pathlib\npathlib.Path('out').mkdir(exist_ok=True)\npathlib.Path('out/a.csv').write_text('a\\n1\\n');"


def passed(bench, make, file, check, kind="Dataset"):
    """Runs a step that writes a file, moves its folder out of the way, and runs one that reads it."""
    first = bench.run(make, outputs={"f": (kind, file)})
    assert first.status == 0, first.stderr
    top = file.split("/")[0]
    (bench.folder / top).rename(bench.folder / f"moved-{top}")
    given = {"f": first.artifact("f")}
    second = bench.run(check, inputs={"f": (kind, file)}, given=given)
    assert second.status == 0, second.stderr
    return first


def test_a_file_is_an_output_and_put_where_it_was(bench):
    check = "assert open('out/a.csv').read() == 'a\\n1\\n' and 'f' not in globals()"
    first = passed(bench, WRITE, "out/a.csv", check)
    metadata = first.metadata("f")
    assert (metadata["weft_format"], metadata["weft_path"]) == ("file", "out/a.csv")


def test_a_folder_is_an_output_too(bench):
    passed(bench, WRITE, "out", "assert open('out/a.csv').read() == 'a\\n1\\n'")


def test_a_folder_is_made_where_no_cell_does(bench):
    first = bench.run("x = 1", outputs={"f": ("Artifact", "out/sub/")})
    assert first.status == 0, first.stderr
    (bench.folder / "out").rename(bench.folder / "moved")
    artifact = first.artifact("f")
    os.rmdir(artifact["uri"])  # as an object store does with an empty folder
    check = "import os\nassert os.listdir('out/sub') == []"
    second = bench.run(check, inputs={"f": ("Artifact", "out/sub/")}, given={"f": artifact})
    assert second.status == 0, second.stderr


def test_a_file_that_no_cell_writes_is_named(bench):
    result = bench.run("x = 1", outputs={"f": ("Dataset", "gone.csv")})
    assert result.status == 1
    assert result.failure["message"] == "`f` is the file gone.csv of this step, and no cell of it makes it."


def test_a_file_of_another_maker_is_put_there(bench):
    data = bench.folder / "artifact"
    data.write_text("a")
    given = {"f": {"name": "f", "uri": str(data)}}
    result = bench.run("open('in/a.txt').read()", inputs={"f": ("Dataset", "in/a.txt")}, given=given)
    assert result.stdout == "'a'\n", result.stderr


def test_a_file_that_was_changed_on_the_way_is_not_read(bench):
    artifact = bench.run(WRITE, outputs={"f": ("Dataset", "out/a.csv")}).artifact("f")
    with open(artifact["uri"], "a") as file:
        file.write("2")
    result = bench.run("x = 1", inputs={"f": ("Dataset", "out/a.csv")}, given={"f": artifact})
    assert result.status == 1 and "is not what the step before stored" in result.failure["message"]


def test_a_path_to_a_file_that_the_step_wrote_brings_the_file(bench):
    make = f"{WRITE}\nx = pathlib.Path('out/a.csv')"
    first = bench.run(make, outputs={"x": "Artifact"})
    assert first.metadata("x")["weft_format"] == "file", first.stderr
    (bench.folder / "out").rename(bench.folder / "moved")
    check = "assert str(x) == 'out/a.csv' and x.read_text() == 'a\\n1\\n'"
    second = bench.run(check, inputs={"x": "Artifact"}, given={"x": first.artifact("x")})
    assert second.status == 0, second.stderr


def test_a_path_out_of_the_folder_is_given_in_a_folder_of_its_own(bench):
    out = bench.folder / "elsewhere.csv"
    make = f"import pathlib\nx = pathlib.Path({str(out)!r})\nx.write_text('a');"
    first = bench.run(make, outputs={"x": "Artifact"})
    out.unlink()
    check = f"assert x.name == 'elsewhere.csv' and x.read_text() == 'a' and str(x) != {str(out)!r}"
    second = bench.run(check, inputs={"x": "Artifact"}, given={"x": first.artifact("x")})
    assert second.status == 0, second.stderr
    assert not out.exists()


def test_a_path_to_an_older_file_is_a_path(bench):
    old = bench.folder / "old.csv"
    old.write_text("a")
    os.utime(old, (0, 0))
    first = bench.run("import pathlib\nx = pathlib.Path('old.csv')", outputs={"x": "Artifact"})
    assert first.metadata("x")["weft_format"] == "json"
