"""Control of tests/config/test_postgres.py: without the password rule, the intruder gets in."""

from pathlib import Path

from config.postgres import Cluster
from tests.config.intruder import doors_open


def test_a_cluster_that_trusts_everybody_is_entered(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path)
    cluster.join()
    cluster.stop()
    rules = tmp_path / "postgres" / "data" / "pg_hba.conf"
    text = rules.read_text()
    assert "scram-sha-256" in text
    rules.write_text(text.replace("scram-sha-256", "trust"))
    cluster.join()
    try:
        tried, entered = doors_open(cluster.port() or 0)
    finally:
        cluster.leave()
    print(f"{len(entered)} of {tried} doors stood open")
    assert len(entered) >= 12
