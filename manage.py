"""Commands of the site: `var/venv/bin/python manage.py help` lists them."""

import os
import sys

from django.core.management import execute_from_command_line

from config import env, postgres


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        postgres.ensure(env.var_dir())
    except postgres.PostgresTrouble as trouble:
        sys.exit(str(trouble))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
