from django.apps import AppConfig


class PostsConfig(AppConfig):
    name = "api.posts"
    label = "posts"
