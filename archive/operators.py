"""Puts Django's admin in the hands of operators; see `archive.operator_site`."""

from django.contrib.admin.apps import AdminConfig


class OperatorsConfig(AdminConfig):
    """Django's admin, with a site of our own."""

    default_site = "archive.operator_site.OperatorSite"
