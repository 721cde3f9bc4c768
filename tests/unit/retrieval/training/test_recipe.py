"""Several trainings after a recipe: what it may say, and what becomes of one that was broken off."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.language.span import Span
from retrieval.training.__main__ import main
from retrieval.training.pairs import Pair
from retrieval.training.recipe import INVENTED, Recipe, read_recipe

SHIPPED = Path(str(files("retrieval.training").joinpath("recipe.toml")))
TWO = """
[groups]
old = ["a"]
new = ["b", "c"]

[[training]]
steps = 1
shares = { old = 60, invented = 40 }

[[training]]
steps = 1
kept = 0.25
shares = { new = 100 }
"""


@pytest.fixture
def two(tmp_path: Path) -> Recipe:
    (tmp_path / "two.toml").write_text(TWO, "utf-8")
    return read_recipe(tmp_path / "two.toml")


def test_a_group_shares_evenly_among_its_sets(two: Recipe) -> None:
    assert two.shares_of(two.training[0]) == {"a": 60, INVENTED: 40}
    assert two.shares_of(two.training[1]) == {"b": 50, "c": 50}


def test_the_shipped_recipe_draws_hundreds_from_sets_that_are_there() -> None:
    recipe = read_recipe(SHIPPED)
    parks = Path(__file__).parents[4] / "benchmarks" / "invented_parks"
    for training in recipe.training:
        assert sum(training.shares.values()) == 100
    ours = {name for group, names in recipe.groups.items() if group not in ("encyclopaedia", "public", "twins") for name in names}
    assert {name for name in ours if not (parks / name / "questions.jsonl").is_file()} == set()
    assert not ours & {
        "unseen",
        "apart",
        "aside",
        "beyond",
        "visitors",
        "judges",
        "jury",
        "delegates",
        "panel",
        "newsdesk",
        "guests",
        "strangers",
        "tourists",
        "passersby",
        "villagers",
        "leaseholders",
        "consuls",
        "couriers",
        "notaries",
        "porters",
    }


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (TWO.replace("old = 60", "odl = 60"), "there is no group odl"),
        (TWO.replace("kept = 0.25", "kept = 2"), r"training\.1\.kept"),
        (TWO.replace("kept", "keep"), r"training\.1\.keep"),
        ("[groups", "cannot be read as a recipe"),
        ("[groups]", "training"),
    ],
)
def test_a_mistake_is_told_with_its_place(wrong: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(wrong, "utf-8")
    with pytest.raises(CorpusError, match=told):
        read_recipe(file)


@pytest.mark.parametrize(("given", "told"), [("ab", "also learns from c"), ("abcd", "does not name d")])
def test_folders_are_those_of_the_recipe(given: str, told: str, two: Recipe) -> None:
    with pytest.raises(CorpusError, match=told):
        two.folders(map(Path, given))


def test_on_the_command_line_too(tmp_path: Path, two: Recipe, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "out.safetensors"), "a", "b", "--recipe", str(tmp_path / "two.toml")]) == 1
    assert capsys.readouterr().err == "The recipe also learns from c: give these folders too, or take them out of it.\n"


def test_trainings_go_on_from_one_another_and_what_is_done_is_not_done_again(
    two: Recipe, tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from safetensors.torch import load_file

    from retrieval.training import following, network

    monkeypatch.setattr(network, "FIRST_LAYER", 1)
    learned_from = [Pair("园区企业", "园区", "天气园区企业", Span(2, 6)), Pair("奖励", "天气", "园区", None)]
    pairs = {name: learned_from for name in ("a", "b", "c", INVENTED)}
    out, told = tmp_path / "out.safetensors", list[str]()
    real = following.train
    monkeypatch.setattr(
        following, "train", lambda *given, **more: (told.append(str(more["begun"] and more["begun"].name)), real(*given, **more))
    )
    following.follow(two, pairs, tiny_model, out, lambda *_: None)
    assert told == ["None", "out-1.safetensors"]
    first, last = load_file(tmp_path / "out-1.safetensors"), load_file(out)
    assert all((last[name] == value).all() for name, value in load_file(tmp_path / "out-2.safetensors").items())
    assert any((last[name] != value).any() for name, value in first.items())

    (tmp_path / "out-2.safetensors").unlink()
    out.unlink()
    following.follow(two, pairs, tiny_model, out, lambda *_: None)
    assert told[2:] == ["out-1.safetensors"]
    assert all((load_file(out)[name] == value).all() for name, value in last.items())


def test_a_quarter_of_a_training_is_kept(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import save_file

    from retrieval.training import following

    before, after = tmp_path / "before.safetensors", tmp_path / "after.safetensors"
    save_file({"span.bias": torch.tensor([0.0, 4.0])}, before)
    save_file({"span.bias": torch.tensor([4.0, 0.0])}, after)
    mean = following._mean([after], 0.25, before)
    assert mean["span.bias"].tolist() == [1.0, 3.0]


def test_of_several_runs_the_mean_counts(two: Recipe, tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    from retrieval.training import following

    def train(sources: object, folder: Path, out: Path, *_: object, begun: Path | None, seed: int) -> None:
        save_file({"span.bias": torch.tensor([float(seed), float(begun is not None)])}, out)

    monkeypatch.setattr(following, "train", train)
    thrice = two.model_copy(update={"training": (two.training[0].model_copy(update={"runs": 3}),)})
    pairs = {name: [Pair("奖励", "天气", "园区", None)] for name in ("a", "b", "c", INVENTED)}
    following.follow(thrice, pairs, tiny_model, tmp_path / "out.safetensors", lambda *_: None)
    assert load_file(tmp_path / "out.safetensors")["span.bias"].tolist() == [2.0, 0.0]
    assert sorted(file.name for file in tmp_path.glob("*.safetensors")) == ["out-1.safetensors", "out.safetensors"]
