"""The measures and readings of the sample are those of its source files."""

from __future__ import annotations

from datetime import date
from typing import Any

from edi_tui.domain.words import Direction
from tests.sample_data.sample import OBJECTIVES, STORY, readings, records


def test_measures_agree_with_the_spreadsheet() -> None:
    fields = {"unit": "Unit", "baseline": "Baseline", "target": "Target"}
    met = set()
    for measure in STORY["measure"]:
        row = OBJECTIVES[measure["objective"]] if "objective" in measure else {}
        if row.get("Measure") == measure["name"]:
            met.add(measure["name"])
            assert {key: measure[key] for key in fields} == {
                key: row[heading] for key, heading in fields.items()
            }
            assert measure["baseline_on"] == row["Baseline date"]
            assert Direction(measure["direction"]).label == row["Direction"]
    assert met == {row["Measure"] for row in OBJECTIVES.values() if row["Measure"]}


def value_of(reading: dict[str, Any]) -> float:
    if "value" in reading:
        return float(reading["value"])
    return round(100 * int(reading["numerator"]) / int(reading["denominator"]), 1)


def test_readings_are_whole_and_not_of_the_future() -> None:
    for measure, reading in readings():
        assert ("value" in reading) != ({"numerator", "denominator"} <= set(reading)), measure
        assert reading["as_at"] <= STORY["today"]


def test_a_reading_on_the_day_of_the_baseline_is_the_baseline() -> None:
    for measure, reading in readings():
        if reading["as_at"] == measure["baseline_on"] and reading.get("group", "BME") == "BME":
            assert value_of(reading) == measure["baseline"], measure["name"]


def test_the_bands_add_up() -> None:
    by_band = next(m for m in STORY["measure"] if "by band" in m["name"])
    whole = next(
        m for m in STORY["measure"] if m["name"] == OBJECTIVES[by_band["objective"]]["Measure"]
    )
    for as_at in (date(2026, 3, 31), date(2026, 9, 30)):
        total = next(reading for reading in whole["readings"] if reading["as_at"] == as_at)
        bands = [reading for reading in by_band["readings"] if reading["as_at"] == as_at]
        for part in ("numerator", "denominator"):
            assert sum(band[part] for band in bands) == total[part]


def test_survey_and_ratio_readings_are_those_of_the_wres_file() -> None:
    data = {
        (row["indicator"], row["group"], row["as_at"]): row["value"]
        for row in records("evidence/wres-2026-data.csv")
        if not row["numerator"]
    }
    for measure, reading in readings():
        if "WRES indicator" in measure["name"]:
            indicator = measure["name"].split("WRES indicator ")[1].rstrip(")")
            key = (indicator, reading.get("group", ""), reading["as_at"].isoformat())
            assert float(data.pop(key)) == reading["value"]
    assert not data


def test_shares_in_the_wres_file_are_worked_out_rightly() -> None:
    for row in records("evidence/wres-2026-data.csv"):
        if row["numerator"]:
            assert float(row["value"]) == round(
                100 * int(row["numerator"]) / int(row["denominator"]), 1
            )


def test_incidents_and_cards_are_those_of_the_card_file() -> None:
    months = records("evidence/card-scheme-counts-2026.csv")
    quarters = {"2025/26 Q4": "2026-03-31", "2026/27 Q1": "2026-06-30", "2026/27 Q2": "2026-09-30"}
    wanted = {}
    for quarter, ends in quarters.items():
        of = [row for row in months if row["quarter"] == quarter]
        cards = sum(int(row["yellow_cards"]) + int(row["red_cards"]) for row in of)
        wanted[ends] = (cards, sum(int(row["incidents_reported"]) for row in of))
    share = next(m for m in STORY["measure"] if m["name"].startswith("Incidents that led"))
    count = next(m for m in STORY["measure"] if m["name"].startswith("Violence and aggression"))
    assert {
        reading["as_at"].isoformat(): (reading["numerator"], reading["denominator"])
        for reading in share["readings"]
    } == wanted
    assert {r["as_at"].isoformat(): r["value"] for r in count["readings"]} == {
        ends: incidents for ends, (_, incidents) in wanted.items()
    }


def test_stage_1_licences_are_those_of_the_completions_file() -> None:
    rows = records("evidence/managers-licence-completions.csv")
    assert {row["stage"] for row in rows} == {"1", "2", "3", "4"}
    stage_1 = {
        row["as_at"]: (int(row["managers_completed"]), int(row["line_managers"]))
        for row in rows
        if row["stage"] == "1"
    }
    measure = next(m for m in STORY["measure"] if "managers' licence" in m["name"])
    told = {r["as_at"].isoformat(): (r["numerator"], r["denominator"]) for r in measure["readings"]}
    assert {day: told[day] for day in stage_1} == stage_1
