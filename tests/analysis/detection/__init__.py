"""How well detectors detect: a seeded set with known answers, beside baselines in the same run.

python -m tests.analysis.detection          prints the table
python -m tests.analysis.detection write    writes docs/detection.md
"""
