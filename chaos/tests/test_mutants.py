from pathlib import Path

import pytest

from chaos import mutants
from chaos.mutants import MUTANTS, Cut, DisarmedError, sabotage
from chaos.plan import plan_run
from launcher.paths import ROOT


class TestMutants:
    @pytest.mark.parametrize("name", sorted(MUTANTS))
    def test_every_replacement_still_matches_the_product_once_and_leaves_python(
        self, name: str, tmp_path: Path
    ) -> None:
        copy = sabotage(ROOT / "backend", tmp_path / "backend", name)

        for cut in MUTANTS[name]:
            text = (copy / cut.file).read_text("utf-8")
            compile(text, cut.file, "exec")
            assert text != (ROOT / "backend" / cut.file).read_text("utf-8")

    def test_one_that_matches_no_more_stops_the_run(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(mutants.MUTANTS, "stale", (Cut("manage.py", "what was never there", ""),))

        with pytest.raises(DisarmedError, match="matches 0 times"):
            sabotage(ROOT / "backend", tmp_path / "backend", "stale")

    @pytest.mark.parametrize("name", sorted(MUTANTS))
    def test_each_has_a_mix_of_faults_of_its_own(self, name: str) -> None:
        assert plan_run(tier=2, seed=1, mutant=name).faults != plan_run(tier=2, seed=1).faults
