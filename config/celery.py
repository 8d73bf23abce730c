"""The Celery application. It carries wake-ups only: the `Pass` row is the queue (design D-05).

Figures in brackets are rows of spec/reliability.md section 1, where each setting was tried.
"""

import os

from celery import Celery
from django.conf import settings

from config import env

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
# Django's checks load every page and the whole schema of GraphQL (a second and 30 MB of each
# worker), and are run by each command of manage.py.
os.environ.setdefault("CELERY_SKIP_CHECKS", "1")

#: Past this a message counts as lost and is delivered again (Redis only).
VISIBILITY_S = 3600

app = Celery("sonotheque")


def _broker() -> dict[str, object]:
    """Redis where REDIS_URL names one, else files in `var/broker` (design D-04)."""
    if settings.REDIS_URL:
        return {
            "broker_url": settings.REDIS_URL,
            "broker_transport_options": {
                "visibility_timeout": VISIBILITY_S,
                # A killed worker's messages come back after 10 s, not two minutes.
                "unacked_restore_interval": 5,
                "unacked_restore_throttle": 1,
                # Without a time-out a publish may wait for ever, and a web request with it.
                "socket_timeout": 30,
                "socket_connect_timeout": 5,
                "socket_keepalive": True,
                "health_check_interval": 25,
                "global_keyprefix": "sonotheque:",
            },
        }
    folder = settings.VAR / "broker"
    for name in ("queue", "control"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return {
        "broker_url": "filesystem://localhost",
        "broker_transport_options": {
            "data_folder_in": str(folder / "queue"),
            "data_folder_out": str(folder / "queue"),
            "control_folder": str(folder / "control"),
            "polling_interval": 0.1,
        },
    }


app.conf.update(
    **_broker(),
    broker_connection_retry_on_startup=True,
    visibility_timeout=VISIBILITY_S,
    # A request must not hang on a dead broker: the sweeper sends again what was not sent.
    task_publish_retry_policy={"max_retries": 1, "interval_start": 0.1},
    task_serializer="json",
    accept_content=["json"],
    # Our rows are the results; nothing waits for an answer of Celery's.
    task_ignore_result=True,
    # The row, not the message, is the truth: late acks run long work twice.
    task_acks_late=False,
    task_reject_on_worker_lost=False,
    task_retry_on_worker_lost=False,
    task_acks_on_failure=True,
    task_acks_on_timeout=True,
    worker_concurrency=env.env_int("WORKER_CONCURRENCY", 2, low=1, high=256),
    worker_prefetch_multiplier=1,
    worker_disable_prefetch=True,
    # Housekeeping, not a guard (it is looked at after a task): the guard is the child's rlimit.
    worker_max_tasks_per_child=50,
    worker_max_memory_per_child=1_500_000,  # KiB
    worker_soft_shutdown_timeout=30.0,
    worker_enable_soft_shutdown_on_idle=True,
    worker_cancel_long_running_tasks_on_connection_loss=True,
    # Who may write to the broker could command every worker.
    worker_enable_remote_control=False,
    worker_hijack_root_logger=False,
    beat_schedule={
        "sweep": {"task": "analysis.sweep", "schedule": 10.0, "options": {"expires": 10}},
        "uploads": {
            "task": "archive.sweep_uploads",
            "schedule": 3600.0,
            "options": {"expires": 3600},
        },
        "access log": {
            "task": "archive.prune_access_log",
            "schedule": 24 * 3600.0,
            "options": {"expires": 3600},
        },
        "erasures": {
            "task": "archive.finish_erasures",
            "schedule": 15.0,
            "options": {"expires": 15},
        },
        "letters": {
            "task": "archive.send_letters",
            "schedule": 30.0,
            "options": {"expires": 30},
        },
    },
    beat_schedule_filename=str(settings.VAR / "run" / "beat"),
    timezone="UTC",
)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
