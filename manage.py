"""Commands of the site: `var/venv/bin/python manage.py help` lists them."""

import os
import sys
from contextlib import nullcontext

from django.core.management import execute_from_command_line

from config import env, postgres, serving
from config.address import AddressTaken
from config.supervisor import AlreadyServed


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    try:
        var = env.var_dir()
        with serving.place(var) if command in serving.COMMANDS else nullcontext():
            if command != "doctor":  # who is asked to say what is wrong with the database
                postgres.ensure(var)
            execute_from_command_line(sys.argv)
    except (env.OddSetting, postgres.PostgresTrouble, AddressTaken, AlreadyServed) as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
