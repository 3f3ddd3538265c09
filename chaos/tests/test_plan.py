from chaos.plan import T2, T3, plan_run, request_faults


class TestPlan:
    def test_tier_2_is_as_large_as_promised(self) -> None:
        assert T2.publications >= 500
        assert (T2.bars.sigkill, T2.bars.sigstop, T2.bars.pg_crash, T2.bars.broker_kill) == (100, 30, 3, 5)

    def test_tier_2_has_a_hundred_posts_whose_lateness_counts(self) -> None:
        assert T2.calm_posts * T2.accounts >= 100

    def test_tier_3_has_twenty_thousand(self) -> None:
        assert T3.publications == 20_000

    def test_one_call_in_ten_goes_wrong(self) -> None:
        total = sum(float(str(fault["probability"])) for fault in request_faults(40) if fault["kind"] != "slow_put")

        assert 0.08 < total < 0.12

    def test_the_windows_of_the_sandbox_keep_the_ratio_to_our_pace(self) -> None:
        plan = plan_run(tier=2, seed=1)

        assert plan.settings["rate_window_seconds"] == 60 / plan.tempo
