"""What is no file of a package: the rows of the table that other tests hold, and the properties.

Key Components:
    - SITUATIONS: row, what happens, what comes of it, and the test
    - PROPERTIES: what must hold, and the tests

Usage:
    from tests.hostile.situations import PROPERTIES, SITUATIONS
"""

__all__ = ["PROPERTIES", "SITUATIONS"]

SITUATIONS = (
    ("files", "vanished during the run", "BAD", "tests/hostile/test_faults.py::test_a_file_that_vanishes_costs_one_finding"),
    ("files", "changed during a build", "as it was when it was read; the next build sees the change", "tests/hostile/test_faults.py::test_a_file_that_changes_during_a_build_is_seen_by_the_next"),
    ("names", "two sources with the same package", "the first wins, one finding", "tests/sources/test_discover.py::test_two_sources_with_one_package"),
    ("directive arguments", "`../../etc/passwd`, absolute, with NUL", "rejected: no dotted name", "tests/sites/test_directives.py::test_a_wrong_name_is_one_warning_on_every_build"),
    ("folders", "a read-only docs folder", "one clear error that names the setting", "tests/hostile/test_faults.py::test_a_docs_folder_that_is_read_only_is_one_clear_error"),
    ("cache", "truncated, damaged, from another version", "ignored", "tests/test_cache.py::test_a_damaged_file_costs_time_only"),
    ("cache", "of somebody else, or forged", "never unpickled", "tests/test_cache.py::test_a_forged_entry_is_passed_over"),
    ("cache", "read-only", "costs time only", "tests/hostile/test_faults.py::test_a_read_only_folder_of_the_cache_costs_time_only"),
    ("cache", "full disk", "costs time only, no partial file", "tests/property/test_killed.py::test_nothing_is_lost"),
    ("cache", "shared by several runs at once", "each run is as if it were alone", "tests/property/test_killed.py::test_nothing_is_lost"),
    ("configuration", "wrong types and unknown names", "one line that names the setting", "tests/test_configuration.py::test_in_a_build"),
    ("rules", "a rule that raises", "one finding, the run goes on, exit code 2", "tests/rules/test_whole_files.py::test_a_rule_that_raises_is_reported_and_the_others_go_on"),
    ("signals", "SIGTERM or SIGKILL at any moment", "no half page, no half cache; the next run equals a clean one", "tests/property/test_killed.py::test_nothing_is_lost"),
    ("signals", "a killed worker", "costs time only", "tests/property/test_killed.py::test_nothing_is_lost"),
)  # fmt: skip

PROPERTIES = (
    ("Incremental equals clean", ("tests/property/test_incremental.py::Builds", "tests/property/test_origins.py::test_pages_change_only_with_what_they_are_made_from", "tests/property/test_cache.py::Checks")),
    ("Sticky: the same exit code and warnings on every build", ("tests/sites/test_findings.py::test_an_error_fails_every_strict_build", "tests/property/test_sticky.py::test_events_of_a_build_without_a_change")),
    ("Parallel equals serial", ("tests/sites/test_parallel.py::test_several_workers_give_the_same_site", "tests/test_cache.py::test_processes_give_the_same_as_one")),
    ("Deterministic", ("tests/property/test_determinism.py::test_the_command_line", "tests/property/test_determinism.py::test_a_site")),
    ("Idempotent: a second build writes no file", ("tests/sites/test_pages.py::test_a_second_build_writes_nothing",)),
    ("Isolated: a bad file adds its finding and changes nothing else", ("tests/hostile/test_command_line.py::test_outcome", "tests/hostile/test_pages.py::test_good_modules_are_documented_as_if_they_were_alone")),
    ("Nothing executed, read or written outside, no network", ("tests/property/test_watched.py::test_nothing_of_the_sources_is_executed", "tests/property/test_watched.py::test_nothing_is_written_outside_of_output_and_cache")),
    ("Total: any bytes and any program give a result", ("tests/property/test_totality.py::test_any_bytes_give_a_result", "tests/property/test_totality.py::test_any_tree_gives_a_result", "tests/docstrings/test_properties.py::test_any_text_is_read", "tests/formats/test_properties.py::test_total")),
    ("Neutral edits change only positions", ("tests/property/test_totality.py::test_neutral_edits_change_positions_only",)),
    ("Dialects agree", ("tests/docstrings/test_oracles.py::test_dialects_agree", "tests/property/test_agreement.py::test_dialects_give_the_same_contract")),
    ("Outputs agree", ("tests/sites/test_agreement.py::test_three_outputs_agree", "tests/property/test_agreement.py::test_pages_hold_what_the_model_holds")),
    ("Linear time, bounded memory", ("tests/property/test_linear.py::test_work_and_memory_grow_with_the_code", "tests/docstrings/test_properties.py::test_time_grows_linearly", "tests/formats/test_properties.py::test_linear", "tests/prose/test_properties.py::test_linear")),
    ("Cold cache, warm cache and no cache give the same", ("tests/property/test_cache.py::Checks", "tests/test_cache.py::test_cold_warm_and_no_cache_give_the_same")),
    ("Every rule: bad caught, good silent, off removes exactly its findings", ("tests/rules/test_rule_examples.py::test_the_bad_example_has_exactly_this_fault", "tests/rules/test_rule_examples.py::test_the_good_example_has_no_finding", "tests/rules/test_rule_examples.py::test_switching_it_off_removes_exactly_its_findings")),
)  # fmt: skip
