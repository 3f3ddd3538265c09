"""What the figures have to reach, each within its ends."""

from collections.abc import Mapping
from dataclasses import dataclass

from bench.insights.times import SIZES
from bench.insights.viral import HISTORIES
from insight.early import AGES_H, TARGET

NOBODYS = float("inf")


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure, and the ends it has to lie within."""

    figure: str
    least: float = -NOBODYS
    most: float = NOBODYS

    def judge(self, figures: Mapping[str, object]) -> dict[str, object]:
        """Return the figure, its ends and whether it holds; what was not measured does not."""
        found = figures.get(self.figure)
        holds = isinstance(found, int | float) and self.least <= found <= self.most
        ends = {"least": self.least, "most": self.most}
        return {"figure": found, **{end: at for end, at in ends.items() if abs(at) < NOBODYS}, "holds": holds}


BARS = (
    Bar("viral_auc", least=0.93),
    Bar("viral_auc_no_share_lift", least=0.93),
    Bar("viral_auc_above_seed_formula", least=0.20),
    *(Bar(f"viral_false_high_{history}", least=0.03, most=0.07) for history in HISTORIES),
    *(Bar(f"besttimes_capture_n{posts}", least=0.70 if posts == max(SIZES) else 0.65) for posts in SIZES),
    *(Bar(f"besttimes_times_naive_n{posts}", least=2.0) for posts in SIZES),
    *(Bar(f"besttimes_coverage80_n{posts}", least=0.75, most=0.88) for posts in SIZES),
    Bar("mase_ratio", most=0.92),
    Bar("coverage80", least=0.75, most=0.90),
    Bar("forecast_ms_an_account", most=100.0),
    Bar("import_peak_mb", most=50.0),
    Bar("mdape_6h", most=0.30),
    Bar("mdape_24h", most=0.15),
    Bar("early_of_szabo_huberman_at_worst", most=0.999),
    *(Bar(f"early_coverage80_{hours}h", least=0.75, most=0.88) for hours in AGES_H[:TARGET]),
)


def judge_all(figures: Mapping[str, object]) -> dict[str, dict[str, object]]:
    """Return every bar by its figure's name."""
    return {bar.figure: bar.judge(figures) for bar in BARS}
