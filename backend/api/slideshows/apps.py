from django.apps import AppConfig


class SlideshowsConfig(AppConfig):
    name = "api.slideshows"
    label = "slideshows"
