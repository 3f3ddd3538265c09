from django.apps import AppConfig


class WorkspacesConfig(AppConfig):
    name = "api.workspaces"
    label = "workspaces"
